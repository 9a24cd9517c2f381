import Handlebars from "handlebars";
import type { Place } from "../model/diagnostic.ts";
import type { Template } from "../model/report.ts";
import { compileTemplate } from "../templating/compile.ts";
import { BUILT_IN } from "../templating/helpers.ts";
import { HOOKS } from "../templating/prepare.ts";

/** A fresh Handlebars environment with the report's partials; nothing is global. */
export type Engine = typeof Handlebars;

/** A template's context. */
export type Context = Readonly<Record<string, unknown>>;

/** Prints a template with a context. Throws a {@link TemplateError} when it uses what does not exist. */
export type Render = (context: Context, options?: Handlebars.RuntimeOptions) => string;

/** A template uses what does not exist. */
export class TemplateError extends Error {
  /** The template in which that happened, which may be a partial of the one that was rendered. */
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.name = "TemplateError";
    this.place = place;
  }
}

// Compiling costs more than rendering, and the editions of a report share its templates.
const engines = new WeakMap<ReadonlyMap<string, Template>, Engine>();
const compiled = new WeakMap<Engine, Map<string, Render>>();

/** The environment of a report's templates: made once, since its helpers are registered anew for each document and chapter. */
export function engineOf(templates: ReadonlyMap<string, Template>): Engine {
  const known = engines.get(templates);
  if (known) return known;
  const engine = createEngine(templates);
  engines.set(templates, engine);
  compiled.set(engine, new Map());
  return engine;
}

/** A template ready to be rendered, compiled once in each environment. */
export function compileOnce(engine: Engine, template: Template): Render {
  const known = compiled.get(engine)?.get(template.name);
  if (known) return known;
  const made = compile(engine, template);
  compiled.get(engine)?.set(template.name, made);
  return made;
}

/** Makes an environment whose partials are the templates below `partials/`. */
export function createEngine(templates: ReadonlyMap<string, Template>): Engine {
  const engine = Handlebars.create();
  for (const name of Object.keys(engine.helpers))
    if (![...BUILT_IN, ...HOOKS].includes(name)) engine.unregisterHelper(name);
  for (const template of templates.values())
    if (template.name.startsWith("partials/"))
      engine.registerPartial(
        template.name.slice("partials/".length),
        whenUsed(() => compile(engine, template)),
      );
  return engine;
}

/** Parsing takes its time, and a report uses few of the partials. */
function whenUsed(make: () => Render): Render {
  let made: Render | undefined;
  return (context, options) => {
    made ??= make();
    return made(context, options);
  };
}

/** Compiles a template so that every name it uses must exist, and every element that it writes says where (`templating/places.ts`). */
export function compile(engine: Engine, template: Template): Render {
  const { file } = template;
  const { render, program } = compileTemplate(engine, template);
  const inherited = program && inheritedName(program, file);
  return (context, options) => {
    if (inherited) throw inherited;
    try {
      return render(context, options);
    } catch (cause) {
      if (cause instanceof RangeError && cause.message.includes("call stack"))
        throw new TemplateError("the template calls itself without an end", { file });
      if (!(cause instanceof Handlebars.Exception)) throw cause;
      throw new TemplateError(inPlainWords(cause.message), placeOf(file, cause));
    }
  };
}

/** The first name in a template that every object of JavaScript has: Handlebars prints nothing for it, and does not say so. */
export function inheritedName(program: hbs.AST.Program, file: string): TemplateError | null {
  let found: TemplateError | null = null;
  const names = new Handlebars.Visitor();
  names.PathExpression = ({ parts, loc }) => {
    const name = parts.map(String).find((part) => part in Object.prototype);
    if (name === undefined) return;
    const place = { file, line: loc.start.line, column: loc.start.column + 1 };
    found ??= new TemplateError(inPlainWords(`"${name}" not defined in`), place);
  };
  names.accept(program);
  return found;
}

/** Renders a partial with a context of its own. */
export function renderPartial(engine: Engine, name: string, context: Context): string {
  const partial: unknown = engine.partials[name];
  if (typeof partial !== "function") {
    const file = `templates/partials/${name}.hbs`;
    throw new TemplateError(`the template ${file} does not exist`, { file });
  }
  return (partial as Render)(context);
}

function placeOf(file: string, cause: Handlebars.Exception): Place {
  const { lineNumber, column } = cause as { lineNumber?: number; column?: number };
  return lineNumber === undefined ? { file } : { file, line: lineNumber, column: (column ?? 0) + 1 };
}

/** `"titel" not defined in [object Object] - 3:5` → a sentence. */
function inPlainWords(message: string): string {
  const [, name] = /^"(.+?)" not defined in/.exec(message) ?? [];
  if (name !== undefined) return `the template uses “${name}”, which does not exist`;
  return `the template cannot be rendered: ${message.split("\n")[0]}`;
}
