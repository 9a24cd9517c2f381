import Handlebars from "handlebars";
import { type Diagnostic, error } from "../model/diagnostic.ts";
import { hashOf } from "../model/hash.ts";
import { type Memo, NO_MEMO } from "../model/memo.ts";
import type { Template } from "../model/report.ts";
import { filesUnder, type Sources } from "../model/source-file.ts";
import { readyTemplate } from "../templating/ready.ts";

/** Reads the Handlebars templates; one that cannot be parsed is an error with its line. That all can be is remembered. */
export function readTemplates(
  sources: Sources,
  diagnostics: Diagnostic[],
  memo: Memo = NO_MEMO,
): Map<string, Template> {
  const files = filesUnder(sources, "templates", ".hbs");
  const problems = memo.once<readonly Diagnostic[]>(
    "templates",
    () => hashOf(...files.map(({ text }) => text)),
    () => files.flatMap(({ path, text }) => syntaxProblems(path, text)),
    (found) => found.length === 0,
  );
  diagnostics.push(...problems);
  const templates = files.map(
    ({ path, text }): Template => ({
      name: path.replace(/^templates\/|\.hbs$/g, ""),
      file: path,
      source: text,
    }),
  );
  return new Map(templates.map((template) => [template.name, template]));
}

/** Reads the style sheets, in file order. */
export function readStyles(sources: Sources): Map<string, string> {
  return new Map(filesUnder(sources, "templates/styles", ".css").map(({ path, text }) => [path, text]));
}

function syntaxProblems(file: string, source: string): Diagnostic[] {
  if (readyTemplate(file, source)) return [];
  try {
    Handlebars.parse(source);
    return [];
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return [
      error({
        code: "broken-template",
        message: `the template cannot be read: ${whatIsWrong(cause.message)}`,
        place: { file, ...position(cause.message) },
        hints: ["look for a {{…}} or a block that is not closed"],
      }),
    ];
  }
}

/** Handlebars tells the place in its message: “Parse error on line 3:” or “section doesn't match chapter - 2:5”. */
function position(message: string): { line: number; column?: number } {
  const [, line, column] = / - (\d+):(\d+)$/.exec(message) ?? [];
  if (line !== undefined) return { line: Number(line), column: Number(column) + 1 };
  return { line: Number(/ line (\d+)/.exec(message)?.[1] ?? 1) };
}

function whatIsWrong(message: string): string {
  const [first = "", second = ""] = message.split("\n");
  if (!first.startsWith("Parse error")) return first.replace(/ - \d+:\d+$/, "");
  return `something is wrong near “${second
    .replace(/^\.{3}/, "")
    .replace(/\s+/g, " ")
    .trim()}”`;
}
