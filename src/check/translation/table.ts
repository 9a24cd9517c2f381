import { SOURCE_LANGUAGE } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { type TranslationRow, translationState } from "../../model/translation-state.ts";

/** The translation states of a report's prose, by language and chapter in the report's order; labels are not counted. */
export function translationTable({
  chapters,
  labels,
  locales,
}: Pick<Report, "chapters" | "labels" | "locales">): TranslationRow[] {
  const prose = [...(locales.get(SOURCE_LANGUAGE)?.texts.values() ?? [])]
    .map((text) => ({ ...text, chapter: text.key.split(".")[0] ?? "" }))
    .filter(({ chapter }) => !labels.has(chapter));
  const order = [...new Set([...chapters, ...prose.map(({ chapter }) => chapter)])];
  const translations = [...locales.values()].filter(({ language }) => language !== SOURCE_LANGUAGE);
  return translations.flatMap((locale) =>
    order.map((chapter) => {
      const states = prose
        .filter((text) => text.chapter === chapter)
        .map(({ key, template }) => translationState(locale, key, template));
      const count = (state: string) => states.filter((found) => found === state).length;
      return {
        language: locale.language,
        chapter,
        done: count("done"),
        stale: count("stale"),
        unconfirmed: count("unconfirmed"),
        missing: count("missing"),
      };
    }),
  );
}
