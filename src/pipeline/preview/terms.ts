import { GLOSSARY, readGlossary, type Term } from "../../check/glossary/glossary.ts";
import { createMatcher, type TermMatch } from "../../check/glossary/matcher.ts";
import { visibleText } from "../../check/lint/visible.ts";
import { type Language, SOURCE_LANGUAGE } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { SourceFile, Sources } from "../../model/source-file.ts";
import type { TermCard } from "../../preview/messages.ts";

type Match = (text: string) => readonly TermMatch<Term>[];

// The glossary changes less often than it is asked.
const matchers = new WeakMap<SourceFile, Match>();

/** The terms of the glossary that a text's English holds, with what the translation makes of them; none for English itself. */
export function termsOf(
  { report, sources }: { readonly report: Report; readonly sources: Sources },
  language: Language,
  key: string,
): TermCard[] {
  const english = report.locales.get(SOURCE_LANGUAGE)?.texts.get(key);
  const translated = report.locales.get(language)?.texts.get(key);
  if (!english || language === SOURCE_LANGUAGE) return [];
  const words = visibleText(translated?.template ?? "").plain;
  const terms = new Set(matcherOf(sources)(visibleText(english.template).plain).map(({ term }) => term));
  return [...terms].flatMap((term) => {
    const accepted = term.accepted.get(language) ?? [];
    if (accepted.length === 0) return [];
    return [{ english: term.english[0] ?? "", accepted, used: longestIn(words, accepted) }];
  });
}

function longestIn(words: string, forms: readonly string[]): string | null {
  const used = forms.filter((form) => words.includes(form));
  return used.reduce<string | null>((best, form) => (form.length > (best?.length ?? 0) ? form : best), null);
}

function matcherOf(sources: Sources): Match {
  const file = sources.files.get(GLOSSARY);
  if (!file) return () => [];
  const known = matchers.get(file) ?? createMatcher(readGlossary(sources, []));
  matchers.set(file, known);
  return known;
}
