import { type Diagnostic, error } from "../../model/diagnostic.ts";

/** What the engine hands to the style sheets for running heads: the report's title and the mark of a draft. */
const OWN_VARIABLES = ["--running", "--draft"];

const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;
const STRING = String.raw`"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'`;
/** Declarations and blocks: `name: value`, or what stands before a `{`; and the end of a block. */
const PIECE = new RegExp(`(?<text>(?:${STRING}|[^{};"'])*)(?<end>[{};]|$)`, "g");
const DECLARATION = /^\s*(?<name>[\w-]+)\s*:(?<value>[\s\S]*)$/;
const STRINGS = new RegExp(STRING, "g");

/**
 * Words and figures that a style sheet prints by `content`: no reading of the texts could see them, and they would stand in every language.
 * Counters are for page numbers, in the margins of `@page`.
 */
export function typedInStyle(file: string, source: string): Diagnostic[] {
  const css = source.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
  const blocks: string[] = [];
  return [...css.matchAll(PIECE)].flatMap(({ groups, index }) => {
    const { text = "", end = "" } = groups ?? {};
    const found =
      end === "{"
        ? null
        : printed(
            text,
            blocks.some((prelude) => /^\s*@page\b/.test(prelude)),
          );
    if (end === "{") blocks.push(text);
    if (end === "}") blocks.pop();
    return found === null ? [] : [problem({ file, source, found, index: index + text.search(/\S/) })];
  });
}

/** What a declaration prints that is typed in it; null for nothing. */
function printed(declaration: string, inMargin: boolean): string | null {
  const { name, value = "" } = DECLARATION.exec(declaration)?.groups ?? {};
  if (name !== undefined && OWN_VARIABLES.includes(name)) return declaration.trim();
  if (name !== "content") return null;
  const words = (value.match(STRINGS) ?? []).some((string) => /[\p{L}\p{N}]/u.test(unescaped(string)));
  const functions = [...value.replace(STRINGS, "").matchAll(/([\w-]+)\(\s*([\w-]*)/g)];
  const strange = functions.some(([, call, argument = ""]) =>
    call === "var" ? !OWN_VARIABLES.includes(argument) : !inMargin || call !== "counter",
  );
  return words || strange ? declaration.trim() : null;
}

/** A CSS string with its escapes (`\34 ` is a 4) as the characters that they stand for. */
function unescaped(string: string): string {
  return string.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
}

interface Typed {
  readonly file: string;
  readonly source: string;
  readonly found: string;
  readonly index: number;
}

function problem({ file, source, found, index }: Typed): Diagnostic {
  const before = source.slice(0, index).split("\n");
  return error({
    code: "text-in-style",
    message: `“${found.replace(/\s+/g, " ")}” makes the style sheet print what no text says`,
    place: { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    hints: [
      "move the words to the locales and print them by a template",
      "in a margin of @page, counter(…), var(--running) and var(--draft) are allowed",
    ],
  });
}
