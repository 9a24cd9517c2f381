import { check } from "../check/check.ts";
import { type ContentFolder, gather } from "../gather/gather.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import { assessImpact, staleSince } from "../pipeline/impact/assess.ts";
import type {
  CheckImpact,
  ExhibitImpact,
  FigureImpact,
  Impact,
  TextImpact,
} from "../pipeline/impact/impact.ts";
import type { PagesProof, ProofRequest, ProofWorld } from "../pipeline/pages/prove.ts";
import type { CommandResult } from "./build.ts";
import { pagesLines } from "./impact-pages.ts";

/** What `whitepaper impact` may touch of the world. */
export interface ImpactWorld {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
  /** What a proof of the pages needs, where one is asked for. */
  readonly proof?: ProofWorld | null;
}

/** Options of `whitepaper impact`. */
export interface ImpactOptions {
  readonly year: number;
  readonly json: boolean;
}

/**
 * `whitepaper impact`: what has changed since the last release and what it touches, before anything is rebuilt, and the pages that differ
 * if that is asked for. Figures that do not add up, or have no correction yet, do not stop it: that is when it is needed.
 */
export async function runImpact({ year, json }: ImpactOptions, world: ImpactWorld): Promise<CommandResult> {
  const sources = await gather({ year, content: world.content, engine: world.engine });
  const { report, diagnostics } = check(sources);
  if (!json) world.report(diagnostics.filter(({ severity }) => severity === "error"));
  if (!report) return { lines: json ? [JSON.stringify({ impact: null, diagnostics })] : [], exitCode: 1 };
  const impact = assessImpact(report);
  const last = report.revisions.released.at(-1);
  const pages =
    world.proof && last && impact ? await proof({ sources, report, last, impact }, world.proof) : null;
  const all = [...diagnostics, ...(pages?.diagnostics ?? [])];
  if (!json && pages) world.report(pages.diagnostics);
  const asked = world.proof ? { pages: pages && { ...pages, diagnostics: undefined } } : {};
  return {
    lines: json ? [JSON.stringify({ impact, ...asked, diagnostics: all }, null, 2)] : linesOf(impact, pages),
    exitCode: hasErrors(all) ? 1 : 0,
  };
}

/** Imported when it is asked for: it draws and prints. */
async function proof(request: ProofRequest, world: ProofWorld): Promise<PagesProof> {
  const { provePages } = await import("../pipeline/pages/prove.ts");
  return provePages(request, world);
}

function linesOf(impact: Impact | null, pages: PagesProof | null): string[] {
  if (!impact) return ["nothing is released yet: whitepaper release makes revision 1"];
  return [...impactLines(impact), ...(pages ? pagesLines(pages) : [])];
}

/** An impact as people read it. */
export function impactLines(impact: Impact): string[] {
  const { since, figures, texts, layout, editions } = impact;
  if (figures.length + texts.length + layout.length === 0)
    return [`nothing has changed since revision ${since}`];
  const stale = staleSince(impact);
  return [
    `since revision ${since}: ${counted(figures.length, "figure")}, ${counted(texts.length, "text")}, ${counted(layout.length, "layout file")}; editions to print: ${editions.join(", ") || "none"}`,
    ...figures.flatMap(figureLines),
    ...texts.flatMap(({ key, language, page, before, after }) => [
      "",
      `text ${key} (${language}${onPage(page)})`,
      `  - ${before ?? "(new)"}`,
      `  + ${after ?? "(removed)"}`,
    ]),
    ...(stale.length > 0 ? ["", `translations to look at: ${stale.join(", ")}`] : []),
    ...(layout.length > 0 ? ["", "layout, in every edition:", ...layout.map((path) => `  ${path}`)] : []),
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function figureLines({
  ref,
  was,
  is,
  derived,
  place,
  texts,
  exhibits,
  checks,
  attention,
}: FigureImpact): string[] {
  return [
    "",
    `${ref}: ${was ?? "missing"} → ${is ?? "missing"}${derived ? " (derived)" : ""}`,
    `  at ${[place.file, place.line, place.column].filter((part) => part !== undefined).join(":")}`,
    ...texts.flatMap(textLines),
    ...exhibits.flatMap(exhibitLines),
    ...checks.map(checkLine),
    ...attention.map((line) => `  ! ${line}`),
  ];
}

function textLines({ key, language, page, before, after, flip }: TextImpact): string[] {
  const turned = flip ? ` (“${flip.before}” → “${flip.after}”)` : "";
  return [`  ${language} ${key}${onPage(page)}${turned}`, `    - ${before}`, `    + ${after}`];
}

function exhibitLines({
  kind,
  id,
  language,
  page,
  printedBefore,
  printedAfter,
  alt,
}: ExhibitImpact): string[] {
  const cell = kind === "table" ? `: ${printedBefore} → ${printedAfter}` : "";
  const lines = [`  ${language} ${kind} ${id}${onPage(page)}${cell}`];
  return alt ? [...lines, `    - alt: ${alt.before}`, `    + alt: ${alt.after}`] : lines;
}

function checkLine({ id, before, after, finding }: CheckImpact): string {
  return `  check ${id}: ${before === after ? after : `${before} → ${after}`}${after === "failed" ? ` (${finding})` : ""}`;
}

function onPage(page: string | null): string {
  return page === null ? "" : `, page ${page}`;
}
