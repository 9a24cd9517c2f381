import type { TextState } from "./edition.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Language, SOURCE_LANGUAGE } from "./language.ts";
import type { Locale } from "./report.ts";

/** How far a translation is, as a translator sees it: `unconfirmed` was never said to fit any English text, or was changed since. */
export type TranslationState = TextState | "unconfirmed";

/** How far one chapter is in one language: numbers of texts. */
export interface TranslationRow {
  readonly language: Language;
  /** The chapter's id, or `exhibits` for the titles and headers of tables and charts. */
  readonly chapter: string;
  readonly done: number;
  readonly stale: number;
  /** Translated, but never confirmed to fit the English. */
  readonly unconfirmed: number;
  readonly missing: number;
}

/** What a confirmation remembers: which English text the translation fits, and which translation it was. */
export function confirmationStamp(source: string, translation: string): string {
  return `${fingerprint(source)} ${fingerprint(translation)}`;
}

/** The state of the translation of one text, judged by the texts that were confirmed to fit each other. */
export function translationState(locale: Locale, key: string, sourceTemplate: string): TranslationState {
  if (locale.language === SOURCE_LANGUAGE) return "source";
  const translation = locale.texts.get(key);
  if (!translation) return "missing";
  const [madeFrom, confirmed] = locale.translatedFrom.get(key)?.split(" ") ?? [];
  if (madeFrom === undefined) return "unconfirmed";
  if (madeFrom !== fingerprint(sourceTemplate)) return "stale";
  const changed = confirmed !== undefined && confirmed !== fingerprint(translation.template);
  return changed ? "unconfirmed" : "done";
}

/** The state of one text as an edition marks it: an unconfirmed translation is as good as a stale one. */
export function stateOf(locale: Locale, key: string, sourceTemplate: string): TextState {
  const state = translationState(locale, key, sourceTemplate);
  return state === "unconfirmed" ? "stale" : state;
}
