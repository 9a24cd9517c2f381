import { check } from "../../src/check/check.ts";
import { type ContentFolder, gather } from "../../src/gather/gather.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
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

/** What an editor fills in to an entry that `check` shows. */
export interface Decision {
  /** Why, by language tag. */
  readonly reason: Readonly<Record<string, string>>;
  readonly date: string;
}

/** The entries that `check` shows for changes without corrections, filled in, as lines of `corrections.yaml`. */
export function pasted(diagnostics: readonly Diagnostic[], { reason, date }: Decision): string {
  return diagnostics
    .filter(({ code }) => code === "uncorrected-change")
    .map(({ hints: [hint = ""] }) => {
      const entry = hint.split("\n").slice(1).join("\n");
      const reasoned = Object.entries(reason).reduce(
        (text, [language, why]) => text.replace(`${language}: ""`, () => `${language}: ${why}`),
        entry,
      );
      return `${reasoned.replace('decided_by: ""', "decided_by: Editors").replace('date: ""', `date: ${date}`)}\n`;
    })
    .join("");
}
