import type Handlebars from "handlebars";
import type { Template } from "../model/report.ts";
import { prepareTemplate } from "./prepare.ts";
import { readyTemplate } from "./ready.ts";

/** A template that can be rendered. */
export interface Compiled {
  readonly render: Handlebars.TemplateDelegate;
  /** What it was compiled from; null where it was compiled with the program: nothing is wrong with those. */
  readonly program: hbs.AST.Program | null;
}

/** Takes a template that was compiled with the program, or compiles it. */
export function compileTemplate(engine: typeof Handlebars, template: Template): Compiled {
  const ready = readyTemplate(template.file, template.source);
  if (ready) return { render: engine.template(ready.specification), program: null };
  const { program, options } = prepareTemplate(template);
  return { render: engine.compile(program, options), program };
}
