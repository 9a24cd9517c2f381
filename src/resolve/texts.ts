import { createTranslator } from "../language/translator.ts";
import type { ResolvedText } from "../model/edition.ts";
import type { Figure } from "../model/figure.ts";
import type { Locale } from "../model/report.ts";
import { stateOf } from "../model/translation-state.ts";

/** What the texts of one edition are made from. */
export interface TextRequest {
  readonly locale: Locale;
  /** The source language's texts: the list of keys, and what is printed where a translation is missing. */
  readonly source: Locale;
  readonly figures: ReadonlyMap<string, Figure>;
  /** First parts of the keys that are labels, not prose: labels take variables, and are printed by the templates. */
  readonly labels: ReadonlySet<string>;
}

/** Prints every text of an edition with its figures; a missing translation is printed in the source language. */
export function resolveTexts({ locale, source, figures, labels }: TextRequest): Map<string, ResolvedText> {
  const own = createTranslator(locale, figures);
  const fallback = locale === source ? own : createTranslator(source, figures);
  const prose = [...source.texts.values()].filter(({ key }) => !labels.has(key.split(".")[0] ?? ""));
  const resolved = prose.map(({ key, template }): [string, ResolvedText] => {
    const text = locale.texts.get(key);
    const state = stateOf(locale, key, template);
    const nodes = text ? own.prose(key, text.template) : fallback.prose(key, template);
    return [key, { key, language: text ? locale.language : source.language, state, nodes }];
  });
  return new Map(resolved);
}
