import { type ParsedNumber, parseFigures } from "../../language/parse/parseFigures.ts";
import type { Language } from "../../model/language.ts";
import type { Locale } from "../../model/report.ts";
import { hasSpaces, normalized } from "../reading/normalize.ts";

/** The numbers of a text as a reader meets them, outside of declared names. */
export interface ReadNumbers {
  /** The text that was read, names hidden: places of numbers are places in it. */
  readonly text: string;
  readonly numbers: readonly ParsedNumber[];
}

/** Reads the numbers of a text in one language, outside of the pieces named: its cross-references. */
export type NumberReader = (text: string, without?: readonly string[]) => ReadNumbers;

/** Stands for each character of a declared name, so that no number is found inside. */
const HIDDEN = "\ufffb";

/** A reader for a locale's language: it hides the names and phrases that hold digits or number words, and parses the rest. */
export function createNumberReader({ language, words, names, phrases }: Locale): NumberReader {
  const declared = [...names, ...phrases].map((name) => normalized(name, language));
  const hide = hider(withNumbers(declared, { language, words }), language);
  const read = (text: string, without: readonly string[]): ReadNumbers => {
    const pieces = without.map((piece) => normalized(piece, language));
    const whole = pieces.reduce(
      (rest, piece) => rest.replace(piece, HIDDEN.repeat(piece.length)),
      normalized(text, language),
    );
    const shown = hide(whole);
    return { text: shown, numbers: parseFigures(shown, language, words) };
  };
  // Charts have many years and values that are the same.
  const known = new Map<string, ReadNumbers>();
  return (text, without = []) => {
    if (without.length > 0) return read(text, without);
    const numbers = known.get(text) ?? read(text, without);
    known.set(text, numbers);
    return numbers;
  };
}

/** The names in which numbers are read; others, such as a unit's sign, say what a number beside them is, and must be seen. */
function withNumbers(
  names: readonly string[],
  { language, words }: Pick<Locale, "language" | "words">,
): string[] {
  const starts: number[] = [];
  let length = 0;
  for (const name of names) {
    starts.push(length);
    length += name.length + 1;
  }
  const numbers = parseFigures(names.join("\n"), language, words);
  const holding = new Set(numbers.map(({ start }) => starts.findLastIndex((begin) => begin <= start)));
  return names.filter((_, index) => holding.has(index));
}

const NUMERAL = "[\\p{Nd}〇一二三四五六七八九十百千]";

function hider(names: readonly string[], language: Language): (text: string) => string {
  if (names.length === 0) return (text) => text;
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map((name) => wholeName(name, language)).join("|"), "gu");
  return (text) => text.replace(pattern, (name) => HIDDEN.repeat(name.length));
}

/** A name counts only where it stands whole: “1 + 2” is no part of “1 + 23”. */
function wholeName(name: string, language: Language): string {
  const digitFirst = new RegExp(`^${NUMERAL}`, "u").test(name);
  const digitLast = new RegExp(`${NUMERAL}$`, "u").test(name);
  const before = digitFirst
    ? `(?<!${NUMERAL}|${NUMERAL}[.,])`
    : /^[A-Za-z]/.test(name)
      ? "(?<![A-Za-z])"
      : "";
  const after = digitLast ? `(?!${NUMERAL}|[.,]${NUMERAL})` : /[A-Za-z]$/.test(name) ? "(?![A-Za-z])" : "";
  const body = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  // A line may end at any space of a name.
  return `${before}${hasSpaces(language) ? body.replaceAll(" ", "\\s") : body}${after}`;
}
