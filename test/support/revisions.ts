import { check } from "../../src/check/check.ts";
import { type ContentFolder, gather } from "../../src/gather/gather.ts";
import type { Report } from "../../src/model/report.ts";
import type { Revision } from "../../src/model/revision.ts";
import { revisionText } from "../../src/pipeline/release.ts";
import { type Changes, ENGINE } from "./report.ts";

/** The report in a folder, whatever is wrong with its figures; fails when it cannot be read. */
export async function reportIn(content: ContentFolder, year: number): Promise<Report> {
  const { report } = check(await gather({ year, content, engine: ENGINE }));
  if (!report) throw new Error(`the report for ${year} cannot be read`);
  return report;
}

/** What a release is given besides the report. */
export interface ReleaseInput {
  readonly year: number;
  readonly revision?: number;
  readonly date?: string;
  readonly pages?: Revision["pages"];
}

/** The revision file that a release of a folder's report writes, without building it. */
export async function released(content: ContentFolder, input: ReleaseInput): Promise<Changes> {
  const { year, revision = 1, date = "2031-04-01", pages = new Map() } = input;
  const report = await reportIn(content, year);
  return { [`data/${year}/revisions/${revision}.json`]: revisionText({ report, revision, date, pages }) };
}
