import type { ParsedNumber } from "../../../language/parse/parseFigures.ts";
import type { Language } from "../../../model/language.ts";
import { normalized } from "../../reading/normalize.ts";
import type { NumberReader } from "../numbers.ts";
import type { ChartContents } from "./entries.ts";

/** A name of a chart in a text. */
export interface Name {
  readonly kind: "name";
  readonly of: "row" | "column" | "whole";
  readonly id: string;
  readonly text: string;
}

/** A number in a text, as it is written, with its percent sign. */
export interface TextNumber {
  readonly kind: "number";
  readonly number: ParsedNumber;
  readonly text: string;
}

/** A name or a number of a text. */
export type Token = Name | TextNumber;

/** A mark for each character of a name, so that no number is found inside. */
export const hiding = (name: string): string => "\ufffb".repeat(name.length);

/** The names of a chart and the numbers in a normalised text, in order; of names that begin alike the longest. */
export function tokensOf(
  text: string,
  contents: ChartContents,
  language: Language,
  read: NumberReader,
): Token[] {
  const names = namesOf(contents, language);
  const pattern = new RegExp(
    [...names.keys()]
      .sort((a, b) => b.length - a.length)
      .map(whole)
      .join("|"),
    "gu",
  );
  const tokens: { readonly at: number; readonly token: Token }[] = [];
  const hide = (piece: string, at: number) => {
    const name = names.get(piece);
    if (name) tokens.push({ at, token: name });
    return hiding(piece);
  };
  const hidden = names.size === 0 ? text : text.replace(pattern, hide);
  const { numbers, text: shown } = read(hidden);
  // What is read has lost its spaces at the ends.
  const shift = hidden.length - hidden.trimStart().length;
  // The patterns around the figures hold number words: “First: …; last: …”.
  const digits = numbers.filter(({ start, end }) => /\p{N}/u.test(shown.slice(start, end)));
  const told = digits.map((number) => {
    const percent = number.kind === "percent" ? (/^ ?%/.exec(shown.slice(number.end))?.[0] ?? "") : "";
    const piece = shown.slice(number.start, number.end) + percent;
    return { at: number.start + shift, token: { kind: "number", number, text: piece } as Token };
  });
  return [...tokens, ...told].sort((a, b) => a.at - b.at).map(({ token }) => token);
}

function namesOf({ rows, columns, wholes }: ChartContents, language: Language): Map<string, Name> {
  const names = new Map<string, Name>();
  const add = (of: Name["of"], id: string, name: string) => {
    const text = normalized(name, language);
    if (text !== "") names.set(text, { kind: "name", of, id, text });
  };
  for (const { column, name } of wholes) add("whole", column, name);
  for (const { id, name } of columns) add("column", id, name);
  for (const { id, name } of rows) add("row", id, name);
  return names;
}

/** A name counts only where no letter or digit goes on with it. */
function whole(name: string): string {
  const body = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const before = /^\d/.test(name) ? "(?<!\\d|\\d[.,])" : /^[A-Za-z]/.test(name) ? "(?<![A-Za-z])" : "";
  const after = /\d$/.test(name) ? "(?!\\d|[.,]\\d)" : /[A-Za-z]$/.test(name) ? "(?![A-Za-z])" : "";
  return `${before}${body}${after}`;
}
