import Handlebars from "handlebars";
import type { Template } from "../model/report.ts";
import { BUILT_IN, helpersOf, isOfTheWeb } from "./helpers.ts";
import { markElements } from "./places.ts";

/** `srcName` makes a helper's `options.loc` name its file; the library's types leave it out. */
type CompileOptions = Parameters<typeof Handlebars.compile>[1] & { readonly srcName?: string };

/** A template as Handlebars compiles it. */
export interface Prepared {
  readonly program: hbs.AST.Program;
  readonly options: CompileOptions;
}

/** Called by Handlebars itself, not by templates. */
export const HOOKS: readonly string[] = ["blockHelperMissing", "helperMissing"];

/** Handlebars takes its own helpers for known, whether they are there or not, and calls what is not. */
const NO_HELPERS = Object.fromEntries(["lookup", "log", ...HOOKS].map((name) => [name, false]));

/** Parses a template so that every name it uses must exist, and every element that it writes for print says where (`places.ts`). */
export function prepareTemplate({ name, file, source }: Template): Prepared {
  const helpers = helpersOf(name);
  if (isOfTheWeb(name))
    return { program: Handlebars.parse(source), options: { strict: true, knownHelpers: known(helpers) } };
  const program = markElements(Handlebars.parse(source, { srcName: file }), file);
  const knownHelpers = { ...NO_HELPERS, ...known([...BUILT_IN, ...helpers]) };
  return { program, options: { strict: true, knownHelpers, srcName: file } };
}

function known(names: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(names.map((name) => [name, true]));
}
