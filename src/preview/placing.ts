import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { isLanguage, type Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import type { PlacedDiagnostic, Target } from "./messages.ts";

/** Finds what of a page a diagnostic is about, by the place that it names. */
export type Placing = (diagnostic: Diagnostic) => PlacedDiagnostic;

/** A diagnostic may be about many figures: so many are marked. */
const MOST = 24;

/** The parts of a report by their places, looked up once for all diagnostics of a state. Without a report nothing is found. */
export function placing(report: Report | null): Placing {
  const index = report ? indexOf(report) : new Map<string, Written[]>();
  return (diagnostic) => {
    const written = atLine(diagnostic, index);
    const targets = written.length > 0 || !report ? written : ofFile(diagnostic, report);
    return { ...diagnostic, targets: targets.slice(0, MOST), language: languageOf(diagnostic) };
  };
}

/** A part of the report with its path in its file. */
interface Written {
  readonly target: Target;
  readonly path: string | undefined;
}

/** What is written at each line of each file: figures, texts, and the figures of checks that do not hold. */
function indexOf({ figures, locales, checks }: Report): Map<string, Written[]> {
  const index = new Map<string, Written[]>();
  const add = ({ file, line, path }: Place, kind: Target["kind"], key: string) => {
    const at = `${file}:${line}`;
    index.set(at, [...(index.get(at) ?? []), { target: { kind, key }, path }]);
  };
  for (const { ref, place } of figures.values()) add(place, "figure", ref);
  for (const { texts } of locales.values())
    for (const { key, place } of texts.values()) add(place, "text", key);
  for (const { place, outcome, figures: parts } of checks)
    for (const { ref } of outcome === "passed" ? [] : parts) add(place, "figure", ref);
  return index;
}

/** Several things may stand in one line, such as the cells of a row: then the path says which is meant. */
function atLine({ file, line, path }: Diagnostic, index: ReadonlyMap<string, Written[]>): Target[] {
  const found = index.get(`${file}:${line}`) ?? [];
  const meant = found.filter((written) => written.path === path);
  return unique((meant.length > 0 ? meant : found).map(({ target }) => target));
}

function unique(targets: readonly Target[]): Target[] {
  return [...new Map(targets.map((target) => [`${target.kind} ${target.key}`, target])).values()];
}

/** What a file as a whole is about. */
function ofFile({ file = "" }: Diagnostic, { tables }: Report): Target[] {
  const [, folder, name = ""] = /^templates\/(charts|chapters)\/(.+?)\.(?:vl\.json|hbs)$/.exec(file) ?? [];
  if (folder === "charts") return [{ kind: "chart", key: name }];
  if (folder === "chapters") return [{ kind: "text", key: `${name}.title` }];
  const table = [...tables.values()].find((candidate) => candidate.file === file);
  return table ? [{ kind: "table", key: table.id }] : [];
}

function languageOf({ file = "" }: Diagnostic): Language | null {
  const tag = /^locales\/([^/]+)\//.exec(file)?.[1] ?? "";
  return isLanguage(tag) ? tag : null;
}
