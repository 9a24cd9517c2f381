import type { Language } from "../../model/language.ts";
import type { DirectionWords, LanguageWords } from "../../model/words.ts";
import { around } from "../patterns.ts";

/** What the words around a number say it is. */
export type NumberKind = "number" | "percent" | "points" | "money" | "ordinal" | "year";

/** Which way the words around a number say it went. */
export type Direction = "up" | "down";

/** The text on both sides of a number. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** What is left of the sides behind the words of a pattern; null when the pattern does not surround the number. */
function stripped(sides: Sides, pattern: string): Sides | null {
  const { before, after } = around(pattern);
  // A translator may set 100위안 where we print 100 위안.
  const tail = sides.after.startsWith(after) ? after : after.trimStart();
  if (!sides.before.endsWith(before) || !sides.after.startsWith(tail)) return null;
  if (/[a-z]$/i.test(tail) && /^[a-z]/i.test(sides.after.slice(tail.length))) return null;
  return {
    before: sides.before.slice(0, sides.before.length - before.length),
    after: sides.after.slice(tail.length),
  };
}

interface Hint {
  readonly kind: NumberKind;
  /** What stands around the words that gave the hint: there the words of direction are. */
  readonly outside: Sides;
}

function firstOf(sides: Sides, patterns: readonly (string | undefined)[]): Sides | null {
  for (const pattern of patterns) {
    const outside = pattern === undefined || pattern === "{{n}}" ? null : stripped(sides, pattern);
    if (outside) return outside;
  }
  return null;
}

const PERCENT = /^ ?(?:%|percent\b|per cent\b)/;

function percentOf({ before, after }: Sides): Sides | null {
  const [sign] = PERCENT.exec(after) ?? [];
  return sign === undefined ? null : { before, after: after.slice(sign.length) };
}

function ordinalOf(sides: Sides, words: LanguageWords, language: Language): Sides | null {
  const { one, two, few, other } = words.ordinal;
  const patterns = [one, two, few, other, words.rank, language === "ko" ? "{{n}}번째" : undefined];
  const outside = firstOf(sides, patterns);
  // 문제 22: a word that only ends in 제.
  return outside && language === "ko" && /[가-힣]제$/.test(sides.before) ? null : outside;
}

/**
 * What a number is, from the words right beside it. Ambiguous and so ruled: %p before %, and 위안 (yuan) before 위 (place).
 */
export function kindHint(sides: Sides, words: LanguageWords, language: Language): Hint {
  const { unit } = words.points;
  const hint = (kind: NumberKind, outside: Sides | null): Hint | null => outside && { kind, outside };
  return (
    hint("points", firstOf(sides, [unit.one, unit.other])) ??
    hint("percent", percentOf(sides)) ??
    hint("money", firstOf(sides, [words.money])) ??
    hint("ordinal", ordinalOf(sides, words, language)) ??
    hint("year", firstOf(sides, [words.year])) ?? { kind: "number", outside: sides }
  );
}

/**
 * The direction that the words around a number give it. Only the words of the formats that print such a number count, so that
 * "set up 12 bases" is no rise.
 */
export function directionHint({ kind, outside }: Hint, words: LanguageWords): Direction | null {
  const tables: Partial<Record<NumberKind, readonly DirectionWords[]>> = {
    percent: [words.yoy, words.change],
    points: [words.points],
    number: [words.difference],
    money: [words.difference],
  };
  for (const table of tables[kind] ?? []) {
    if (stripped(outside, table.up)) return "up";
    if (stripped(outside, table.down)) return "down";
  }
  return null;
}
