import { type Diagnostic, error } from "../../../model/diagnostic.ts";
import type { Finding, LintInput } from "../finding.ts";
import { textOf } from "../tree.ts";
import { PRIVATE_USE } from "./characters.ts";

interface StyleFault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly index: number;
}

/** The first reference of a style to something outside of the document: `url(…)` of anything but `data:` and `#`, or an import. */
export function externalUrl(css: string): string | null {
  const [, url] = /url\(\s*["']?(?!data:|#|%23)([^"')]+)/i.exec(css) ?? [];
  return url ?? null;
}

const PROBLEMS: readonly (Omit<StyleFault, "index"> & { readonly pattern: RegExp })[] = [
  {
    code: "fixed-position",
    pattern: /position\s*:\s*fixed/gi,
    message: "position: fixed is tagged anew on every page",
    hint: "use the margin boxes of @page",
  },
  {
    code: "mask-image",
    pattern: /(?<![\w-])(?:-webkit-)?mask(?:-image)?\s*:(?!\s*none)/gi,
    message: "a mask turns the text under it into a picture",
    hint: "use a background, or an svg shape",
  },
  {
    code: "external-reference",
    pattern: /@import\b|url\(\s*["']?(?!data:|#|%23)[^"')]+/gi,
    message: "the style refers to something outside of the document",
    hint: "put it into the style sheet as a data: URI",
  },
];

/** What no style may ask for, in `style` attributes and `<style>` elements; the report's own sheets are looked at by themselves. */
export function inlineStyles({ elements, styles }: LintInput): Finding[] {
  return elements.flatMap((element) => {
    const own = element.attributes.get("style") ?? "";
    const css = element.tag === "style" ? withoutSheets(textOf(element), styles) : own;
    return faultsIn(css)
      .filter(({ code }) => element.tag === "style" || code !== "external-reference")
      .map(({ code, message, hint }): Finding => ({ code, element, message, hints: [hint] }));
  });
}

function withoutSheets(css: string, styles: ReadonlyMap<string, string>): string {
  return [...styles.values()].reduce((rest, sheet) => rest.replace(sheet, () => ""), css);
}

/** What is wrong with a style sheet, with line and column. */
export function sheetProblems(file: string, css: string): Diagnostic[] {
  return faultsIn(css).map(({ code, message, hint, index }) => {
    const before = css.slice(0, index).split("\n");
    const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return error({ code, message, place, hints: [hint] });
  });
}

function faultsIn(source: string): StyleFault[] {
  if (source === "") return [];
  const css = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  const found = PROBLEMS.flatMap(({ pattern, ...fault }) =>
    [...css.matchAll(pattern)].map(({ index }) => ({ ...fault, index })),
  );
  return [...found, ...privateCharacters(css)];
}

function privateCharacters(css: string): StyleFault[] {
  const all = [...css.matchAll(/\\([\da-f]{1,6})|\p{Co}/giu)].filter(({ 0: found, 1: code }) => {
    const value = code === undefined ? -1 : Number.parseInt(code, 16);
    if (value > 0x10ffff) return false;
    return PRIVATE_USE.test(value < 0 ? found : String.fromCodePoint(value));
  });
  return all.map(({ index }) => ({
    code: "private-character",
    message: "the style shows a private-use character, which no reader understands",
    hint: "use a character that Unicode knows",
    index,
  }));
}
