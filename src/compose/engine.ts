import Handlebars from "handlebars";
import type { Place } from "../model/diagnostic.ts";
import type { Template } from "../model/report.ts";

/** A fresh Handlebars environment with the report's partials; nothing is global. */
export type Engine = typeof Handlebars;

/** A template's context. */
export type Context = Readonly<Record<string, unknown>>;

/** Makes an environment whose partials are the templates below `partials/` and `chapters/`. */
export function createEngine(templates: ReadonlyMap<string, Template>): Engine {
  const engine = Handlebars.create();
  for (const name of Object.keys(engine.helpers)) if (!BUILT_IN.includes(name)) engine.unregisterHelper(name);
  for (const { name, source } of templates.values())
    if (name.startsWith("partials/")) engine.registerPartial(name.slice("partials/".length), source);
  return engine;
}

const BUILT_IN = ["if", "unless", "each", "with", "blockHelperMissing", "helperMissing"];

/** Compiles a template so that every name it uses must exist. */
export function compile(
  engine: Engine,
  source: string,
  helpers: readonly string[],
): Handlebars.TemplateDelegate {
  const knownHelpers = Object.fromEntries([...BUILT_IN, ...helpers].map((name) => [name, true]));
  return engine.compile(source, { strict: true, knownHelpers });
}

/** Renders a partial with a context of its own. */
export function renderPartial(engine: Engine, name: string, context: Context): string {
  const partial: unknown = engine.partials[name];
  const template =
    typeof partial === "function" ? (partial as Handlebars.TemplateDelegate) : compilePartial(engine, name);
  return template(context);
}

function compilePartial(engine: Engine, name: string): Handlebars.TemplateDelegate {
  const source: unknown = engine.partials[name];
  if (typeof source !== "string") throw new Handlebars.Exception(`the partial “${name}” does not exist`);
  const template = compile(engine, source, ["label"]);
  engine.registerPartial(name, template);
  return template;
}

/** The place of an error that Handlebars threw while rendering a file. */
export function placeOfFailure(file: string, cause: Error): Place {
  const { lineNumber, column } = cause as { lineNumber?: number; column?: number };
  return lineNumber === undefined ? { file } : { file, line: lineNumber, column: (column ?? 0) + 1 };
}
