import Handlebars, { type HelperOptions } from "handlebars";
import type { Label } from "../language/translator.ts";
import type { Template } from "../model/report.ts";
import { compileTemplate } from "../templating/compile.ts";
import { breakableHtml } from "./parts/word-breaks.ts";

/** Prints a template of `templates/web/` with a context. */
export type RenderTemplate = (name: string, context: Readonly<Record<string, unknown>>) => string;

/** A template of the web edition is missing or uses what does not exist. */
export class WebTemplateError extends Error {
  /** The template, as a path. */
  readonly file: string;

  constructor(message: string, file: string) {
    super(message);
    this.name = "WebTemplateError";
    this.file = file;
  }
}

/** Prints templates in the words of one edition. */
export type WebEngine = (label: Label) => RenderTemplate;

/** The web templates of a report, compiled once for all editions: each value escaped, each name that is used must exist. */
export function createWebEngine(templates: ReadonlyMap<string, Template>): WebEngine {
  const engine = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  return (label) => {
    const helpers = {
      label: (key: unknown, { hash }: HelperOptions) =>
        label(String(key), hash as Record<string, string | number>),
      breakable: (words: unknown, { data }: HelperOptions) =>
        new Handlebars.SafeString(breakableHtml(String(words), String(data?.root?.language))),
    };
    return (name, context) => {
      const template = templates.get(`web/${name}`);
      const file = `templates/web/${name}.hbs`;
      if (!template) throw new WebTemplateError("the template does not exist", file);
      const render = compiled.get(name) ?? compileTemplate(engine, template).render;
      compiled.set(name, render);
      try {
        return render(context, { helpers });
      } catch (cause) {
        if (!(cause instanceof Handlebars.Exception)) throw cause;
        throw new WebTemplateError(cause.message.split("\n")[0] ?? "", file);
      }
    };
  };
}
