import type { Language } from "../../model/language.ts";

/** Characters that are not seen: soft hyphen, zero width spaces and joiners, byte order mark. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** A text without what typesetting does to it: in Chinese and Japanese without any space, elsewhere each run of space as one. */
export function normalized(text: string, language: Language): string {
  const seen = text.normalize("NFC").replace(UNSEEN, "");
  return hasSpaces(language) ? seen.replace(/\s+/g, " ").trim() : seen.replace(/\s+/g, "");
}

/** Whether the language's words stand apart by spaces. */
export function hasSpaces(language: Language): boolean {
  return language === "en" || language === "ko";
}

/** A text without any space, to tell which block is which. */
export function closed(text: string): string {
  return text.normalize("NFC").replace(UNSEEN, "").replace(/\s+/g, "");
}
