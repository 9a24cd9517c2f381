import { type Diagnostic, error } from "../../model/diagnostic.ts";
import type { Template } from "../../model/report.ts";

/** What is not text: mustaches, comments, tags, the doctype, and signs by name (`&nbsp;`). */
const NOT_TEXT =
  /&#?\w+;|\{\{\{[\s\S]*?\}\}\}|\{\{!--[\s\S]*?--\}\}|\{\{[\s\S]*?\}\}|<!--[\s\S]*?-->|<[^>]*>/g;
/** Attributes that a reader hears or sees. */
const READ_ATTRIBUTES = /(?<=\s(?:alt|title|aria-label)=")[^"]*/g;
const MUSTACHES = /\{\{\{[\s\S]*?\}\}\}|\{\{[\s\S]*?\}\}/g;
const WORDS = /[\p{L}\p{N}][^\n]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;

/** Words and figures typed in a template: they would stand in every language, and no check could see them. */
export function typedInTemplate({ file, source }: Template): Diagnostic[] {
  const blank = (found: string) => found.replace(/[^\n]/g, " ");
  const masked = source.replace(MUSTACHES, blank);
  const text = [...source.replace(NOT_TEXT, blank).matchAll(WORDS)].map(({ 0: found, index }) => ({
    found,
    index,
  }));
  const attributes = [...masked.matchAll(READ_ATTRIBUTES)].flatMap(({ 0: value, index }) =>
    [...value.matchAll(WORDS)].map(({ 0: found, index: at }) => ({ found, index: index + at })),
  );
  return [...text, ...attributes].map(({ found, index }) =>
    error({
      code: "text-in-template",
      message: `“${found.trim()}” is typed in a template`,
      place: placeIn(file, source, index),
      hints: ["move it to the locales: {{label …}} for words, {{p …}} for prose with figures"],
    }),
  );
}

function placeIn(file: string, source: string, index: number) {
  const before = source.slice(0, index).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
