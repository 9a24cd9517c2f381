import type { Runtime, Spec } from "vega";
import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../model/language.ts";
import type { TextMeasure } from "./measure.ts";
import { wrap } from "./wrap.ts";

type Vega = typeof import("vega");
type Json = Readonly<Record<string, unknown>>;

/** What Vega made of a specification: its SVG as written by Vega, the size, and what it warned of. */
export interface Rendering {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly warnings: readonly string[];
}

/** How the texts of a chart are set. */
export interface Typesetting {
  readonly language: Language;
  readonly family: string;
  readonly measure: TextMeasure;
}

/** A compiled specification without its data, ready for the data of any language. */
interface Compiled {
  readonly runtime: Runtime;
  readonly sources: ReadonlySet<string>;
  readonly warnings: readonly string[];
}

// Compiling costs more than drawing, and the four editions differ in their data only.
const compiled = new Map<string, Compiled>();

// Vega keeps one text measure per process, so drawings take turns.
let turn: Promise<unknown> = Promise.resolve();

/**
 * Draws a Vega-Lite specification whose `datasets` hold all of its data. Nothing is loaded from anywhere.
 * Rejects with Vega's own error when the specification is wrong.
 */
export function render(spec: Json, setting: Typesetting): Promise<Rendering> {
  const drawing = turn.then(() => draw(spec, setting));
  turn = drawing.catch(() => undefined);
  return drawing;
}

async function draw(spec: Json, setting: Typesetting): Promise<Rendering> {
  // Imported here because loading Vega takes longer than all that `check` does.
  const vega = await import("vega");
  const { datasets, ...rest } = spec;
  typeset(vega, setting);
  const { runtime, sources, warnings } = await compileOnce(rest, vega);
  const heard: string[] = [];
  const view = new vega.View(runtime, {
    renderer: "none",
    loader: closedLoader(vega),
    logger: listen(vega, heard),
  });
  for (const [name, rows] of Object.entries((datasets ?? {}) as Record<string, object[]>))
    if (sources.has(name)) view.data(name, rows);
  const svg = await view.toSVG();
  view.finalize();
  return { svg, ...sizeOf(svg), warnings: [...warnings, ...heard] };
}

async function compileOnce(spec: Json, vega: Vega): Promise<Compiled> {
  const key = JSON.stringify(spec);
  const known = compiled.get(key);
  if (known) return known;
  const { compile } = await import("vega-lite");
  const warnings: string[] = [];
  const made = compile(spec as unknown as TopLevelSpec, { logger: listen(vega, warnings) }).spec as Spec;
  const result = {
    runtime: vega.parse(made),
    sources: new Set((made.data ?? []).map(({ name }) => name)),
    warnings,
  };
  compiled.set(key, result);
  return result;
}

/** A logger that keeps what it hears. Errors are thrown by Vega as well, so they are not kept twice. */
function listen(vega: Vega, heard: string[]) {
  const logger = vega.logger(vega.Warn);
  logger.warn = (...args: readonly unknown[]) => {
    heard.push(args.map(String).join(" "));
    return logger;
  };
  logger.error = (...args: readonly unknown[]) => {
    throw args[0] instanceof Error ? args[0] : new Error(args.map(String).join(" "));
  };
  return logger;
}

/** A loader that loads nothing: a chart's data comes from the report. */
function closedLoader(vega: Vega) {
  const refuse = (uri: string) =>
    Promise.reject(new Error(`a chart may not load “${uri}”: its data comes from the report's tables`));
  return { ...vega.loader(), load: refuse, sanitize: refuse, http: refuse, file: refuse };
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

/**
 * Tells Vega how wide texts are: without a canvas it asks `textMetrics.width`, which otherwise guesses 0.8 em a character.
 * Gives specifications the function `wrap(text, width, size, weight)`, which cuts a text into lines.
 */
function typeset(vega: Vega, { language, family, measure }: Typesetting): void {
  const { textMetrics } = vega as unknown as {
    textMetrics: { width: (item: TextItem, text: unknown) => number };
  };
  textMetrics.width = (item, text) =>
    measure(String(text ?? ""), { family, size: item.fontSize ?? 11, weight: weightOf(item.fontWeight) });
  vega.expressionFunction("wrap", (text: unknown, width: number, size: number, weight: number) =>
    wrap(String(text), language, width, (piece) => measure(piece, { family, size, weight })),
  );
}

function weightOf(weight: number | string | undefined): number {
  if (weight === "bold") return 700;
  return Number(weight) || 400;
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
