import type { UsedName } from "./uses.ts";

/** A template that was read and compiled when the program was bundled. */
export interface ReadyTemplate {
  /** What Handlebars makes a template of in a moment (`Handlebars.precompile`). */
  readonly specification: TemplateSpecification;
  readonly uses: readonly UsedName[];
}

/** A ready template and the text that it was made from. */
export interface MadeReady extends ReadyTemplate {
  readonly source: string;
}

/**
 * The templates of this repository as `bin/bundle.mjs` found them, by their files. The bundle has them here; the program has none when it runs from its
 * sources, and compiles what it uses.
 */
const READY: ReadonlyMap<string, MadeReady> = new Map();

/** What was made ready of a template, if its text is still that. */
export function readyTemplate(file: string, source: string): ReadyTemplate | null {
  const made = READY.get(file);
  return made?.source === source ? made : null;
}
