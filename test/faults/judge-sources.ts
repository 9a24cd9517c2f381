import { check } from "../../src/check/check.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { releasedFigure } from "../../src/model/released.ts";
import type { Report } from "../../src/model/report.ts";
import type { Sources } from "../../src/model/source-file.ts";
import { revisionText } from "../../src/pipeline/release.ts";
import { CATCHERS, type Catcher, catcherOf } from "./catchers.ts";
import type { SoundSources, SourceFault } from "./fault.ts";

/** What came of one fault in data or texts. */
export interface SourceVerdict {
  /** What catches it before anything is released, in the order of a build. */
  readonly caught: readonly Catcher[];
  /** Nothing but warnings say it: the build goes on. */
  readonly mildly: boolean;
  /** Whether it is caught once the sound report is released. */
  readonly afterRelease: boolean;
  /** References of the figures whose printed value is another one; null where the report could not be read. */
  readonly changed: readonly string[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Judges faults: checks a copy of the report with the fault in it, as a first release and as the release's successor. */
export function createSourceJudge({ sources, report }: SoundSources): (fault: SourceFault) => SourceVerdict {
  const known = counted(check(sources).diagnostics);
  const release = withFiles(sources, new Map([[`data/${sources.year}/revisions/1.json`, released(report)]]));
  return ({ files }) => {
    const spoilt = check(withFiles(release, files));
    const fresh = newOnes(spoilt.diagnostics, known);
    const before = fresh.filter((one) => one.severity !== "note" && catcherOf(one) !== "revision");
    const hard = before.filter(({ severity }) => severity === "error");
    const found = new Set((hard.length > 0 ? hard : before).map(catcherOf));
    return {
      caught: CATCHERS.filter((catcher) => found.has(catcher)),
      mildly: hard.length === 0,
      afterRelease: fresh.some(({ severity }) => severity === "error"),
      changed: spoilt.report && changedFigures(report, spoilt.report),
      diagnostics: fresh,
    };
  };
}

function released(report: Report): string {
  return revisionText({ report, revision: 1, date: report.date, pages: new Map() });
}

/** The sources with other contents of some files. */
export function withFiles(sources: Sources, files: ReadonlyMap<string, string>): Sources {
  const changed = [...files].map(([path, text]) => [path, { path, text }] as const);
  return { ...sources, files: new Map([...sources.files, ...changed]) };
}

/** Places move when lines come and go: a diagnostic is the same when it says the same. */
const saying = ({ severity, code, message }: Diagnostic): string => `${severity} ${code} ${message}`;

function counted(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics)
    counts.set(saying(diagnostic), (counts.get(saying(diagnostic)) ?? 0) + 1);
  return counts;
}

function newOnes(diagnostics: readonly Diagnostic[], known: ReadonlyMap<string, number>): Diagnostic[] {
  const left = new Map(known);
  return diagnostics.filter((diagnostic) => {
    const count = left.get(saying(diagnostic)) ?? 0;
    left.set(saying(diagnostic), count - 1);
    return count <= 0;
  });
}

function changedFigures(sound: Report, spoilt: Report): string[] {
  const refs = new Set([...sound.figures.keys(), ...spoilt.figures.keys()]);
  const seen = ({ figures }: Report, ref: string) => {
    const figure = figures.get(ref);
    return JSON.stringify(figure ? releasedFigure(figure) : null);
  };
  return [...refs].filter((ref) => seen(sound, ref) !== seen(spoilt, ref));
}
