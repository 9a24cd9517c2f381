import Handlebars from "handlebars";
import { type Diagnostic, error } from "../model/diagnostic.ts";
import type { Template } from "../model/report.ts";
import { filesUnder, type Sources } from "../model/source-file.ts";

/** Reads the Handlebars templates; one that cannot be parsed is an error with its line. */
export function readTemplates(sources: Sources, diagnostics: Diagnostic[]): Map<string, Template> {
  const templates = filesUnder(sources, "templates", ".hbs").map(({ path, text }): Template => {
    diagnostics.push(...syntaxProblems(path, text));
    return { name: path.replace(/^templates\/|\.hbs$/g, ""), file: path, source: text };
  });
  return new Map(templates.map((template) => [template.name, template]));
}

/** Reads the style sheets, in file order. */
export function readStyles(sources: Sources): Map<string, string> {
  return new Map(filesUnder(sources, "templates/styles", ".css").map(({ path, text }) => [path, text]));
}

function syntaxProblems(file: string, source: string): Diagnostic[] {
  try {
    Handlebars.parse(source);
    return [];
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const line = Number(/line (\d+)/.exec(cause.message)?.[1] ?? 1);
    return [
      error({
        code: "broken-template",
        message: `the template cannot be read: ${firstLine(cause.message)}`,
        place: { file, line },
        hints: ["look for a {{…}} or a block that is not closed"],
      }),
    ];
  }
}

function firstLine(message: string): string {
  const [first = "", second = ""] = message.split("\n");
  return first.startsWith("Parse error")
    ? `${first.replace(/:$/, "")}, near “${second.replace(/^\.{3}/, "").trim()}”`
    : first;
}
