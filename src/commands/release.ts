import { check } from "../check/check.ts";
import type { OutputFolder } from "../deliver/deliver.ts";
import { gather } from "../gather/gather.ts";
import { type Diagnostic, error, hasErrors } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";
import { type BuildWorld, build } from "../pipeline/build.ts";
import { assessImpact } from "../pipeline/impact/assess.ts";
import { revisionText } from "../pipeline/release.ts";
import type { CommandResult } from "./build.ts";

/** What `whitepaper release` may touch of the world. */
export interface ReleaseWorld extends BuildWorld {
  /** Writes one file of the content, whole. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** Options of `whitepaper release`. */
export interface ReleaseOptions {
  readonly year: number;
  /** Day of the release, ISO 8601. */
  readonly date: string;
  readonly json: boolean;
}

/**
 * `whitepaper release`: builds every edition as the next revision and freezes values, texts and pages as
 * `data/<year>/revisions/<n>.json`. Nothing is frozen, and no PDF is put in place, unless every edition is whole.
 */
export async function runRelease(options: ReleaseOptions, world: ReleaseWorld): Promise<CommandResult> {
  const { year, date } = options;
  const { report, diagnostics } = check(await gather({ year, content: world.content, engine: world.engine }));
  const refusals = report && !hasErrors(diagnostics) ? refusalsOf(report, options) : diagnostics;
  if (!report || hasErrors(refusals)) return refused(refusals, options, world);
  const number = report.revisions.released.length + 1;
  const { output, putInPlace } = holdBack(world.output);
  const result = await build(
    { year, languages: null, draft: false, conformance: null, revision: { number, date } },
    { ...world, output },
  );
  if (!result.report || hasErrors(result.diagnostics)) return refused(result.diagnostics, options, world);
  const pages = new Map(
    result.editions.flatMap(({ language, finished }) =>
      finished ? [[language, finished.places] as const] : [],
    ),
  );
  await putInPlace();
  const path = `data/${year}/revisions/${number}.json`;
  await world.write(
    path,
    new TextEncoder().encode(revisionText({ report: result.report, revision: number, date, pages })),
  );
  const lines = options.json
    ? [JSON.stringify({ revision: number, date, file: path })]
    : [`revision ${number} of ${year} is released: ${path}`];
  return { lines, exitCode: 0 };
}

/** An output folder that keeps editions and manifest back until all of them are known to be whole. */
function holdBack(folder: OutputFolder): { output: OutputFolder; putInPlace: () => Promise<void> } {
  /** What is to stand in each file; null for one that is to go. */
  const held = new Map<string, Uint8Array | null>();
  const isDelivery = (path: string) => /\.pdf$|\/manifest\.json$/.test(path);
  return {
    output: {
      read: async (path) => held.get(path) ?? (held.has(path) ? null : await folder.read(path)),
      write: async (path, bytes) =>
        isDelivery(path) ? void held.set(path, bytes) : await folder.write(path, bytes),
      remove: async (path) => (isDelivery(path) ? void held.set(path, null) : await folder.remove(path)),
    },
    putInPlace: async () => {
      for (const [path, bytes] of held)
        await (bytes === null ? folder.remove(path) : folder.write(path, bytes));
    },
  };
}

function refused(
  diagnostics: readonly Diagnostic[],
  { json }: ReleaseOptions,
  { progress }: ReleaseWorld,
): CommandResult {
  progress.report(diagnostics);
  return {
    lines: json ? [JSON.stringify({ revision: null, diagnostics }, null, 2)] : ["nothing is released"],
    exitCode: 1,
  };
}

/** Why a report cannot be released as it is. */
function refusalsOf(report: Report, { year, date }: ReleaseOptions): Diagnostic[] {
  const drafts = [...report.editions].filter(([, state]) => state === "draft").map(([language]) => language);
  const place = { file: `data/${year}/report.yaml`, path: "languages" };
  if (drafts.length > 0)
    return [
      error({
        code: "release-of-draft",
        message: `${drafts.join(", ")}: a draft cannot be released`,
        place,
        hints: ["finish its texts and set its state to released"],
      }),
    ];
  const last = report.revisions.released.at(-1);
  if (last && date < last.date)
    return [
      error({
        code: "release-date",
        message: `a release on ${date} would be before that of revision ${last.revision}, ${last.date}`,
        place: last.place,
        hints: ["give the day of the release: --date"],
      }),
    ];
  const impact = assessImpact(report);
  if (!impact || impact.figures.length + impact.texts.length + impact.layout.length > 0) return [];
  return [
    error({
      code: "nothing-to-release",
      message: `nothing has changed since revision ${impact.since}`,
      place: { file: `data/${year}/revisions/${impact.since}.json` },
      hints: ["a release needs a changed figure, text or layout"],
    }),
  ];
}
