import type { Language } from "../../model/language.ts";
import { LANGUAGE_NAMES } from "../lint/rules/rule.ts";
import { NAME_MARK, PLACEHOLDER_MARK } from "../lint/visible.ts";

const OWN_SCRIPT = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** A Latin word that is no abbreviation: it has two small letters. */
const PLAIN_WORD = /[A-Za-z’'-]*[a-z]{2}[A-Za-z’'-]*/;

/** Five Latin words in a row, two of them in small letters: no name, but a sentence. Names in brackets are glosses. */
const SENTENCE = /(?<![(（][^()（）]*)\b[A-Za-z’'-]+(?:[ ,;:]+[A-Za-z’'-]+){4,}/g;

/** English left in a translation: where it begins in the visible text, and what it is. */
export interface English {
  readonly start: number;
  readonly found: string;
}

/**
 * English words that a translation still holds: all of it, when it has Latin words and nothing in its own script, or a run of words
 * that is a sentence. Abbreviations (PCT), and names in brackets behind their translation, are none.
 */
export function englishIn(plain: string): English | null {
  if (!OWN_SCRIPT.test(plain)) {
    const word = PLAIN_WORD.exec(plain);
    return word && { start: word.index, found: plain.replaceAll(PLACEHOLDER_MARK, "{{…}}").trim() };
  }
  const run = [...plain.matchAll(SENTENCE)].find(
    ({ 0: words }) => !words.includes(NAME_MARK) && (words.match(/\b[a-z]{2,}/g)?.length ?? 0) >= 2,
  );
  return run ? { start: run.index, found: run[0] } : null;
}

/** “is still English”, in words. */
export function stillEnglish(key: string, found: string, language: Language): string {
  const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
  return `${key} is still English in the ${LANGUAGE_NAMES[language]} locale: “${shown}”`;
}
