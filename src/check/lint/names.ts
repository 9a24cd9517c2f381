import { NAME_MARK } from "./visible.ts";

/** Signs that make a number longer: a name that begins or ends with one must not be cut out of a longer number. */
const NUMERAL = "[\\p{Nd}〇一二三四五六七八九十百千]";
const NUMERAL_AT_START = new RegExp(`^${NUMERAL}`, "u");
const NUMERAL_AT_END = new RegExp(`${NUMERAL}$`, "u");
const WORD_AT_START = /^[A-Za-z]/;
const WORD_AT_END = /[A-Za-z]$/;

/** Hides declared names: each of their characters becomes a {@link NAME_MARK}. */
export type HideNames = (plain: string) => string;

/**
 * A function that hides names in visible texts. A name counts only where it stands whole: “1 + 2” is not part of “1 + 23”, and
 * “five zones” is not part of “twenty-five zones”.
 */
export function createHideNames(names: readonly string[]): HideNames {
  if (names.length === 0) return (plain) => plain;
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(wholeName).join("|"), "gu");
  return (plain) => plain.replace(pattern, (name) => NAME_MARK.repeat(name.length));
}

function wholeName(name: string): string {
  const before = NUMERAL_AT_START.test(name)
    ? `(?<!${NUMERAL}|${NUMERAL}[.,])`
    : WORD_AT_START.test(name)
      ? "(?<![A-Za-z]-?)"
      : "";
  const after = NUMERAL_AT_END.test(name)
    ? `(?!${NUMERAL}|[.,]${NUMERAL})`
    : WORD_AT_END.test(name)
      ? "(?![A-Za-z])"
      : "";
  return `${before}${name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}${after}`;
}
