import { fingerprint } from "../../model/fingerprint.ts";
import type { CheckResult } from "../../model/identity.ts";
import { SOURCE_LANGUAGE } from "../../model/language.ts";
import { readReferences, writtenValue } from "../../model/released.ts";
import type { Report } from "../../model/report.ts";
import type { ReleasedFigure, Revision } from "../../model/revision.ts";
import { resolve } from "../../resolve/resolve.ts";
import { exhibitImpacts } from "./exhibits.ts";
import type { CheckImpact, EditionPair, FigureImpact, Impact, TextImpact, WordingChange } from "./impact.ts";
import { releasedReport } from "./released-report.ts";
import { textImpacts, wordingChanges } from "./texts.ts";

/** Everything that has changed since the last release and what it touches; null when nothing was ever released. */
export function assessImpact(report: Report): Impact | null {
  const last = report.revisions.released.at(-1);
  if (!last) return null;
  const before = releasedReport(report, last);
  const pairs = [...report.editions.keys()].map(
    (language): EditionPair => ({
      language,
      before: resolve(before, language),
      after: resolve(report, language),
      pages: last.pages.get(language) ?? new Map(),
    }),
  );
  const texts = pairs.flatMap((pair) => wordingChanges(pair, last.texts.get(pair.language) ?? new Map()));
  const figures = changes(report, last).map((change) => figureImpact(change, { report, last, pairs }));
  const layout = layoutChanges(report, last);
  return {
    since: last.revision,
    figures,
    texts,
    layout,
    editions: touched(pairs, { figures, texts, layout }),
  };
}

interface Change {
  readonly ref: string;
  readonly was: string | null;
  readonly is: string | null;
  readonly derived: boolean;
}

function changes(report: Report, last: Revision): Change[] {
  const { figures } = report;
  const read = readReferences(report);
  const refs = new Set([...figures.keys(), ...last.figures.keys(), ...last.derived.keys()]);
  return [...refs].flatMap((ref) => {
    const figure = figures.get(ref);
    const derived = figure ? !read.has(ref) : last.derived.has(ref);
    const released: ReleasedFigure | undefined = last.figures.get(ref) ?? last.derived.get(ref);
    const was = released?.value ?? null;
    const is = figure ? writtenValue(figure) : null;
    return was === is ? [] : [{ ref, was, is, derived }];
  });
}

interface Comparison {
  readonly report: Report;
  readonly last: Revision;
  readonly pairs: readonly EditionPair[];
}

function figureImpact(change: Change, { report, last, pairs }: Comparison): FigureImpact {
  const { ref } = change;
  const texts = pairs.flatMap((pair) => textImpacts(ref, pair));
  const checks = report.checks
    .filter(({ figures }) => figures.some((figure) => figure.ref === ref))
    .map((result) => checkImpact(result, last));
  return {
    ...change,
    place: report.figures.get(ref)?.place ?? last.place,
    texts,
    exhibits: pairs.flatMap((pair) => exhibitImpacts(ref, pair)),
    checks,
    attention: attention(texts, checks),
  };
}

function checkImpact(result: CheckResult, last: Revision): CheckImpact {
  const { id, says, outcome, difference, finding } = result;
  return {
    id,
    says,
    before: outcomeBefore(result, last),
    after: outcome,
    differenceBefore: last.failing.get(id) ?? null,
    differenceAfter: outcome === "failed" ? (difference?.toFixed() ?? null) : null,
    finding,
  };
}

/** A revision keeps what failed; what lacked a figure then could not be computed. */
function outcomeBefore({ id, figures }: CheckResult, last: Revision): CheckResult["outcome"] {
  if (last.failing.has(id)) return "failed";
  const released = figures.map(({ ref }) => last.figures.get(ref) ?? last.derived.get(ref));
  return released.some((figure) => figure?.status === "missing") ? "not-computable" : "passed";
}

/** What needs a human eye: claims that no longer hold, words that turned. */
function attention(texts: readonly TextImpact[], checks: readonly CheckImpact[]): string[] {
  const broken = checks.flatMap(checkAttention);
  const flips = texts.flatMap(({ key, language, flip }) =>
    flip ? [`${language} ${key}: “${flip.before}” becomes “${flip.after}”; read the sentence`] : [],
  );
  return [...broken, ...flips];
}

function checkAttention({
  id,
  says,
  before,
  after,
  differenceBefore,
  differenceAfter,
  finding,
}: CheckImpact): string[] {
  const name = says === null ? id : `${id} (${says})`;
  if (before !== "failed" && after === "failed") return [`${name} no longer holds: ${finding}`];
  if (before === "failed" && after === "passed") return [`${name} holds now: take its acknowledgement out`];
  if (differenceBefore === differenceAfter || after !== "failed") return [];
  return [`${name}: the accepted difference of ${differenceBefore} becomes ${differenceAfter}`];
}

/** Paths of templates, styles and chart specifications that are not as released. */
export function layoutChanges(report: Report, { layout }: Revision): string[] {
  const now = layoutFingerprints(report);
  const paths = new Set([...now.keys(), ...layout.keys()]);
  return [...paths].filter((path) => now.get(path) !== layout.get(path)).sort();
}

/** Fingerprints of everything that decides how a report looks in print, by path. */
export function layoutFingerprints({ templates, styles, charts }: Report): Map<string, string> {
  return new Map([
    ...[...templates.values()]
      .filter(({ name }) => !name.startsWith("web/"))
      .map(({ file, source }) => [file, fingerprint(source)] as const),
    ...[...styles].map(([path, css]) => [path, fingerprint(css)] as const),
    ...[...charts.values()].map(({ file, spec }) => [file, fingerprint(JSON.stringify(spec))] as const),
  ]);
}

/** Editions in which a reader would see a change. A correction stands on the corrections page of each. */
function touched(
  pairs: readonly EditionPair[],
  {
    figures,
    texts,
    layout,
  }: { figures: readonly FigureImpact[]; texts: readonly WordingChange[]; layout: readonly string[] },
): Impact["editions"] {
  const all = pairs.map(({ language }) => language);
  if (layout.length > 0 || figures.some(({ derived }) => !derived)) return all;
  const shown = new Set([
    ...figures.flatMap(({ texts: own, exhibits }) => [...own, ...exhibits]).map(({ language }) => language),
    ...texts.map(({ language }) => language),
  ]);
  return all.filter((language) => shown.has(language));
}

/** Translated texts that were made from an English text which has changed since the release. */
export function staleSince({ texts }: Impact): string[] {
  const english = new Set(texts.filter(({ language }) => language === SOURCE_LANGUAGE).map(({ key }) => key));
  const translated = texts.filter(({ key, language }) => language !== SOURCE_LANGUAGE && english.has(key));
  const done = new Set(translated.map(({ key }) => key));
  return [...english].filter((key) => !done.has(key));
}
