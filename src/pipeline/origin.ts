import type { Place } from "../model/diagnostic.ts";
import { type Language, SOURCE_LANGUAGE } from "../model/language.ts";
import type { Report } from "../model/report.ts";

/** The first text of an edition that holds a character; nothing when it comes from elsewhere, such as a template. */
export function textHolding({ locales }: Report, language: Language, character: string): Place | undefined {
  const texts = [language, SOURCE_LANGUAGE].flatMap((tag) => [...(locales.get(tag)?.texts.values() ?? [])]);
  return texts.find(({ template }) => template.includes(character))?.place;
}
