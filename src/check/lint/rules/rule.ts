import type { Language } from "../../../model/language.ts";

/** What a rule has found wrong in a visible text. */
export interface Slip {
  /** Place in the visible text. */
  readonly start: number;
  readonly end: number;
  /** Stable name of the kind of problem. */
  readonly code: string;
  /** What is wrong, without the excerpt: “half-width “,” in Chinese text”. */
  readonly message: string;
  /** What should stand there instead; null where only a person can tell. */
  readonly mended: string | null;
}

/** A rule of typography: looks at one visible text of a language. */
export type Rule = (plain: string, language: Language) => Slip[];

/** Names of the languages in messages. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: "English",
  "zh-CN": "Chinese",
  ja: "Japanese",
  ko: "Korean",
};

interface PatternRule {
  readonly code: string;
  /** Global; it matches exactly what is to be replaced. */
  readonly pattern: RegExp;
  readonly message: (found: string, languageName: string) => string;
  readonly mend: (found: string) => string | null;
}

/** A rule made of one pattern. */
export function patternRule({ code, pattern, message, mend }: PatternRule): Rule {
  return (plain, language) =>
    [...plain.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      code,
      message: message(found, LANGUAGE_NAMES[language]),
      mended: mend(found),
    }));
}
