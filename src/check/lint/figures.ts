import type Big from "big.js";
import { type ParsedNumber, parseFigures } from "../../language/parse/parseFigures.ts";
import { type Diagnostic, error } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import { placeholders } from "../../model/placeholder.ts";
import type { Locale, Text } from "../../model/report.ts";
import type { Locate } from "./locate.ts";
import type { HideNames } from "./names.ts";
import { furtherNumberWords, type NumberSpan } from "./number-words.ts";
import { excerpt, NAME_MARK, PLACEHOLDER_MARK, visibleText } from "./visible.ts";

/** Code of a figure that is typed where it should be bound. */
export const TYPED_FIGURE = "typed-figure";

/** What the lint for typed figures needs besides a text. */
export interface FigureLint {
  readonly locale: Locale;
  readonly hideNames: HideNames;
  /** First parts of the keys of labels. */
  readonly labels: ReadonlySet<string>;
  readonly locate: Locate;
  readonly figures: ReadonlyMap<string, Figure>;
  /** The source language's texts, to tell which figure was meant. */
  readonly source: ReadonlyMap<string, Text>;
}

/** Digits of every script and numerals of one sign (①, Ⅳ, ½); 〇 is read as a word, ² and ³ belong to units. */
const DIGITS = /(?:(?![²³〇])\p{N})+(?:[.,，．](?:(?![〇])\p{N})+)*/gu;

/** A word right after a placeholder that makes its figure another one. */
const TYPED_MAGNITUDE = new RegExp(
  `(?<=${PLACEHOLDER_MARK})(?: ?[%％‰]|[余多餘여]?(?:万|亿|億|兆|만|억|조|千(?![克米瓦])|百(?!分)|천(?![가-힣])|백(?![가-힣]))| (?:hundred|thousand|million|billion|trillion)\\b)`,
  "g",
);

/**
 * Figures that stand in a text although no placeholder binds them and no declared name holds them. Labels may hold number words
 * (“First: {{first}}”), for they serve every report and know no figures.
 */
export function typedFigures(text: Text, lint: FigureLint): Diagnostic[] {
  const { plain, offsetOf } = visibleText(text.template);
  const hidden = lint.hideNames(plain);
  const magnitudes = [...hidden.matchAll(TYPED_MAGNITUDE)];
  // A magnitude word is reported once, and not as a number of its own.
  const numbers = numbersIn(hidden.replace(TYPED_MAGNITUDE, blank), lint.locale);
  const isLabel = lint.labels.has(text.key.split(".")[0] ?? "");
  return [
    ...numbers
      .filter(({ start, end }) => !isLabel || /\p{N}/u.test(plain.slice(start, end).replaceAll("〇", "")))
      .map(({ start, end, value }) =>
        error({
          code: TYPED_FIGURE,
          message: `the figure “${plain.slice(start, end)}” is typed by hand: “${excerpt(plain, start, end)}”`,
          place: lint.locate(text, offsetOf(start)),
          hints: hintsFor({ text, found: plain.slice(start, end), value }, lint),
        }),
      ),
    ...magnitudes.map(({ 0: found, index }) =>
      error({
        code: "typed-magnitude",
        message: `“${found.trim()}” is typed after a figure and changes it: “${excerpt(plain, index, index + found.length)}”`,
        place: lint.locate(text, offsetOf(index)),
        hints: ["take it out and let the format print it, for example myriad, money or percent"],
      }),
    ),
  ];
}

function blank(found: string): string {
  return NAME_MARK.repeat(found.length);
}

interface TypedNumber extends NumberSpan {
  readonly value: Big | null;
}

/** All numbers of a text, in order; of two that overlap, the one that begins first, then the longer. */
function numbersIn(hidden: string, { language, words }: Locale): TypedNumber[] {
  const all: TypedNumber[] = [
    ...parseFigures(hidden, language, words).map((found) => ({ ...spanOf(found), value: amountOf(found) })),
    ...furtherNumberWords(hidden, language).map((span) => ({ ...span, value: null })),
    ...[...hidden.matchAll(DIGITS)].map(({ 0: digits, index }) => ({
      start: index,
      end: index + digits.length,
      value: null,
    })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter((found) => {
    if (found.start < end) return false;
    end = found.end;
    return true;
  });
}

function spanOf({ start, end }: ParsedNumber): NumberSpan {
  return { start, end };
}

function amountOf(found: ParsedNumber): Big | null {
  return found.kind === "date" ? null : found.value;
}

interface Typed {
  readonly text: Text;
  readonly found: string;
  readonly value: Big | null;
}

function hintsFor(typed: Typed, lint: FigureLint): string[] {
  const { language } = lint.locale;
  const list = /\p{Nd}/u.test(typed.found) ? "names" : "words";
  const candidates = candidatesFor(typed, lint);
  return [
    candidates.length > 0
      ? `bind it: ${candidates.join(" or ")}`
      : "bind it: add the figure to the data and write {{figure, format}}",
    `or, when it states no figure, declare the whole name in locales/${language}/names.json under “${list}”`,
  ];
}

/** Placeholders that would print the figure: those of the English text, else any three of that value. */
function candidatesFor({ text, found, value }: Typed, { figures, source, locale }: FigureLint): string[] {
  if (value === null) return [];
  const equal = [...figures.values()].filter(
    (figure) => figure.value?.times(figure.unit.scale).eq(value) || figure.value?.eq(value),
  );
  const refs = new Set(equal.map(({ ref }) => ref));
  const bound = placeholders(source.get(text.key)?.template ?? "").filter(({ ref }) => refs.has(ref));
  if (bound.length > 0) return [...new Set(bound.map(({ source: placeholder }) => placeholder))];
  const format = /\p{Nd}/u.test(found) || locale.language !== "en" ? "count" : "word";
  return [...refs].slice(0, 3).map((ref) => `{{${ref}, ${format}}}`);
}
