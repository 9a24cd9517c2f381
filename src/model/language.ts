/** The languages an edition can be in. English is the source; the others are translated from it. */
export const LANGUAGES = ["en", "zh-CN", "ja", "ko"] as const;

/** BCP 47 tag of an edition's language; also the name of its folder in `locales/`. */
export type Language = (typeof LANGUAGES)[number];

/** The language that the editors write and the translators read. */
export const SOURCE_LANGUAGE: Language = "en";

/** Whether a string is one of the languages that an edition can be in. */
export function isLanguage(tag: string): tag is Language {
  return (LANGUAGES as readonly string[]).includes(tag);
}
