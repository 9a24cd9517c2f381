import { type Diagnostic, error, warning } from "../../model/diagnostic.ts";
import { SOURCE_LANGUAGE } from "../../model/language.ts";
import type { EditionState, Locale, Report, Text } from "../../model/report.ts";
import type { Finding } from "../lint/finding.ts";
import { excerpt, shown, visibleText } from "../lint/visible.ts";
import { GLOSSARY, type Term } from "./glossary.ts";
import { createMatcher, type TermMatch } from "./matcher.ts";

/** What the glossary check looks at. */
export interface GlossaryRequest {
  readonly report: Pick<Report, "editions" | "locales">;
  readonly terms: readonly Term[];
}

/**
 * Every translated text whose English holds a term, but which holds none of the term's agreed translations. An error in a released
 * edition, since each case can be settled: by mending the text, by agreeing on a further translation, or by an exception with its
 * reason. A warning in a draft.
 */
export function glossaryFindings({ report, terms }: GlossaryRequest): Finding[] {
  const source = report.locales.get(SOURCE_LANGUAGE);
  if (!source || terms.length === 0) return [];
  const match = createMatcher(terms);
  const english = [...source.texts.values()].map(({ key, template }): English => {
    const { plain } = visibleText(template);
    return { key, plain, matches: firstOfEach(match(plain)) };
  });
  const translations = [...report.locales.values()].filter((locale) => locale !== source);
  return translations.flatMap((locale) => {
    const state = report.editions.get(locale.language) ?? "draft";
    return english.flatMap((text) => missingTerms(text, locale, state));
  });
}

interface English {
  readonly key: string;
  readonly plain: string;
  readonly matches: readonly TermMatch<Term>[];
}

/** A term is looked for once in each text, however often it occurs. */
function firstOfEach(matches: readonly TermMatch<Term>[]): TermMatch<Term>[] {
  return matches.filter(({ term }, index) => matches.findIndex((match) => match.term === term) === index);
}

function missingTerms({ key, plain, matches }: English, locale: Locale, state: EditionState): Finding[] {
  const text = locale.texts.get(key);
  if (!text || matches.length === 0) return [];
  const translated = visibleText(text.template).plain;
  return matches.flatMap((match) => {
    const accepted = match.term.accepted.get(locale.language);
    if (!accepted || accepted.some((form) => translated.includes(form))) return [];
    const diagnostic = describe({ match, plain, translated, text, accepted, state });
    return [{ language: locale.language, key, names: match.term.english, diagnostic }];
  });
}

interface MissingTerm {
  readonly match: TermMatch<Term>;
  readonly plain: string;
  readonly translated: string;
  readonly text: Text;
  readonly accepted: readonly string[];
  readonly state: EditionState;
}

/** How much of each text is shown. */
const ENGLISH_AROUND = 40;
const TRANSLATION_SHOWN = 40;

function describe({ match, plain, translated, text, accepted, state }: MissingTerm): Diagnostic {
  const { start, end, term } = match;
  const found = plain.slice(start, end);
  const expected = accepted.map((form) => `“${form}”`).join(" or ");
  const severity = state === "released" ? error : warning;
  // Where in the translation the term should be is unknown: the same part of it is shown.
  const middle = Math.round((start / plain.length) * translated.length);
  return severity({
    code: "glossary-term",
    message: `${text.key}: “${found}” should be ${expected}`,
    place: text.place,
    hints: [
      `English: “${excerpt(plain, start, end, ENGLISH_AROUND)}”`,
      `here: “${excerpt(shown(translated), middle, middle, TRANSLATION_SHOWN)}”`,
      `mend the text, add the form to ${GLOSSARY}:${term.place.line ?? 1}, or accept it in locales/exceptions.yaml with a reason`,
    ],
  });
}
