import { compare } from "../../model/diagnostic.ts";
import type { Edition } from "../../model/edition.ts";
import { fingerprint } from "../../model/fingerprint.ts";
import { printedFigures } from "../../model/inline.ts";
import { writtenValue } from "../../model/released.ts";
import type { Report } from "../../model/report.ts";
import { layoutFingerprints } from "../impact/assess.ts";

/** What an edition was made from: the name of each input, and it itself or its fingerprint. To hash hundreds of short texts takes longer than to keep them. */
export type Inputs = Readonly<Record<string, string>>;

/** Everything that an edition reads: figures that it shows, its texts, the layout, its state, and the tools. */
export function inputsOf(report: Report, edition: Edition, tools: Inputs): Inputs {
  const { labels, figures, revisions } = report;
  const isLabel = (key: string) => labels.has(key.split(".")[0] ?? "");
  const shown = [...refsOf(edition)].sort(compare).map((ref) => {
    const figure = figures.get(ref);
    return [`figure ${ref}`, `${figure ? writtenValue(figure) : null} ${figure?.status}`] as const;
  });
  const texts = [...edition.locale.texts.values()]
    .filter(({ key }) => isLabel(key) || edition.texts.has(key))
    .map(({ key, template }) => [`text ${key}`, template] as const);
  const fallbacks = [...edition.texts.values()]
    .filter(({ language }) => language !== edition.language)
    .map(({ key, nodes }) => [`text ${key}`, fingerprint(JSON.stringify(nodes))] as const);
  const corrections = revisions.corrections.map(({ place: _, ...correction }) => ({
    ...correction,
    reason: correction.reason.get(edition.language) ?? "",
  }));
  return Object.fromEntries([
    ...shown,
    ...texts,
    ...fallbacks,
    ...layoutFingerprints(report),
    ["the order of chapters", report.chapters.join(" ")],
    ["state", edition.state],
    ["revision", `${revisions.current} ${revisions.date ?? report.date}`],
    ["corrections", fingerprint(JSON.stringify(corrections))],
    ["words of numbers", fingerprint(JSON.stringify(edition.locale.words))],
    ...Object.entries(tools),
  ]);
}

/** References of the figures that an edition shows in its texts, tables and charts. */
export function refsOf({ texts, tables, charts }: Edition): Set<string> {
  return new Set([
    ...[...texts.values()].flatMap(({ nodes }) => printedFigures(nodes).map(({ ref }) => ref)),
    ...[...tables.values()].flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ ref }) => ref))),
    ...[...charts.values()].flatMap(({ reads }) => reads),
  ]);
}

/** Why something is to be made anew: the inputs that changed, in a few words; null when none did. */
export function staleBecause(before: Inputs | null, now: Inputs): string | null {
  if (before === null) return "it was not built here before";
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = names.filter((name) => before[name] !== now[name]);
  const [first, second, ...more] = changed;
  if (first === undefined) return null;
  const listed = second === undefined ? first : `${first}, ${second}`;
  return more.length > 0 ? `${listed} and ${more.length} more changed` : `${listed} changed`;
}
