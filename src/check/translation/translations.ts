import { type Diagnostic, type DiagnosticInput, error, warning } from "../../model/diagnostic.ts";
import { type Language, SOURCE_LANGUAGE } from "../../model/language.ts";
import type { EditionState, Locale, Report, Text } from "../../model/report.ts";
import { type TranslationState, translationState } from "../../model/translation-state.ts";
import type { Finding } from "../lint/finding.ts";
import type { Locate } from "../lint/locate.ts";
import { createHideNames } from "../lint/names.ts";
import { type Pair, pairProblems, placeText } from "./pair.ts";

/** What the comparison of the translations with the English texts looks at. */
export interface TranslationRequest {
  readonly report: Pick<Report, "editions" | "labels" | "locales">;
  readonly locate: Locate;
}

/** What is wrong with the translations: as a whole, and text by text where an exception may accept it. */
export interface TranslationProblems {
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly Finding[];
}

/**
 * Compares every translation with its English text: missing, unconfirmed and stale texts, texts that are still English, figures, markup
 * and keys that differ. Errors in a released edition, warnings in a draft; a draft's missing texts are counted by chapter.
 */
export function translationProblems({ report, locate }: TranslationRequest): TranslationProblems {
  const source = report.locales.get(SOURCE_LANGUAGE);
  if (!source) return { diagnostics: [], findings: [] };
  const all = [...report.locales.values()]
    .filter((locale) => locale !== source)
    .map((locale) => problemsOf(locale, source, { report, locate }));
  return {
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
    findings: all.flatMap(({ findings }) => findings),
  };
}

type Severe = (input: DiagnosticInput) => Diagnostic;

interface Context {
  readonly locale: Locale;
  readonly state: EditionState;
  readonly severe: Severe;
  readonly isLabel: (key: string) => boolean;
}

function problemsOf(
  locale: Locale,
  source: Locale,
  { report, locate }: TranslationRequest,
): TranslationProblems {
  const { language } = locale;
  const state = report.editions.get(language) ?? "draft";
  const severe = state === "released" ? error : warning;
  const isLabel = (key: string) => report.labels.has(chapterOf(key));
  const context: Context = { locale, state, severe, isLabel };
  const tools = { locate, hideNames: createHideNames(locale.names) };
  const findings = pairsOf(locale, source, isLabel).flatMap((pair) =>
    pairProblems(pair, tools).map(({ names, ...problem }): Finding => {
      return { language, key: pair.source.key, names, diagnostic: severe(problem) };
    }),
  );
  return { diagnostics: [...stateProblems(source, context), ...extraKeys(source, context)], findings };
}

function pairsOf(locale: Locale, source: Locale, isLabel: (key: string) => boolean): Pair[] {
  return [...source.texts.values()].flatMap((text) => {
    const translated = locale.texts.get(text.key);
    const pair = { source: text, language: locale.language, isLabel: isLabel(text.key) };
    return translated ? [{ ...pair, translated }] : [];
  });
}

function chapterOf(key: string): string {
  return key.split(".")[0] ?? "";
}

/** Plural forms of a label are one label: Japanese has no `_one`. */
function withoutPlural(key: string): string {
  return key.replace(/_(?:zero|one|two|few|many|other)$/, "");
}

function stateProblems(source: Locale, context: Context): Diagnostic[] {
  const { locale, state, severe, isLabel } = context;
  const known = new Set([...locale.texts.keys()].map(withoutPlural));
  const byState = groupBy([...source.texts.values()], ({ key, template }): TranslationState => {
    if (!isLabel(key)) return translationState(locale, key, template);
    return known.has(withoutPlural(key)) ? "done" : "missing";
  });
  const [labels, prose] = partition(byState.get("missing") ?? [], ({ key }) => isLabel(key));
  return [
    // Without a label even a draft would print the label's key.
    ...labels.map((text) => missingText(text, locale.language, error)),
    ...(state === "released"
      ? prose.map((text) => missingText(text, locale.language, severe))
      : chapters(prose).map((texts) => untranslated(texts, source, locale.language))),
    ...(byState.get("stale") ?? []).map((text) => staleText(text, context)),
    ...chapters(byState.get("unconfirmed") ?? []).map((texts) => unconfirmed(texts, context)),
  ];
}

function missingText({ key, place }: Text, language: Language, severe: Severe): Diagnostic {
  return severe({
    code: "missing-translation",
    message: `${key} is not translated`,
    place: { file: inLanguage(place.file, language) },
    hints: [`translate ${placeText(place)}`],
  });
}

function untranslated(texts: readonly Text[], source: Locale, language: Language): Diagnostic {
  const [first] = texts;
  const chapter = chapterOf(first?.key ?? "");
  const all = [...source.texts.keys()].filter((key) => chapterOf(key) === chapter).length;
  return warning({
    code: "missing-translation",
    message: `${texts.length} of ${all} texts of “${chapter}” are not translated: ${listed(texts)}`,
    place: { file: inLanguage(first?.place.file ?? "", language) },
    hints: ["they are printed in English and marked"],
  });
}

function staleText({ key, place }: Text, { locale, severe }: Context): Diagnostic {
  return severe({
    code: "stale-translation",
    message: `${key} was translated from an earlier English text`,
    place: locale.texts.get(key)?.place,
    hints: [`compare with ${placeText(place)}`, confirmHint(locale.language, key)],
  });
}

function unconfirmed(texts: readonly Text[], { locale, severe }: Context): Diagnostic {
  const [first] = texts;
  const chapter = chapterOf(first?.key ?? "");
  return severe({
    code: "unconfirmed-translation",
    message: `${texts.length} of the texts of “${chapter}” not yet confirmed to fit the English: ${listed(texts)}`,
    place: { file: inLanguage(first?.place.file ?? "", locale.language) },
    hints: [`read them beside the English, then: whitepaper confirm --lang ${locale.language}`],
  });
}

function confirmHint(language: Language, key: string): string {
  return `when it fits: whitepaper confirm --lang ${language} --key ${key}`;
}

function extraKeys(source: Locale, { locale, severe }: Context): Diagnostic[] {
  const known = new Set([...source.texts.keys()].map(withoutPlural));
  return [...locale.texts.values()]
    .filter(({ key }) => !known.has(withoutPlural(key)))
    .map(({ key, place }) =>
      severe({
        code: "extra-text",
        message: `${key} has no English text; nothing prints it`,
        place,
        hints: ["take it out, or mend its key"],
      }),
    );
}

/** The same file in another language's folder. */
function inLanguage(file: string, language: Language): string {
  return file.replace(/^locales\/[^/]+\//, `locales/${language}/`);
}

const MOST_LISTED = 3;

function listed(texts: readonly Text[]): string {
  const keys = texts.slice(0, MOST_LISTED).map(({ key }) => key);
  return [...keys, ...(texts.length > MOST_LISTED ? ["…"] : [])].join(", ");
}

function chapters(texts: readonly Text[]): Text[][] {
  return [...groupBy(texts, ({ key }) => chapterOf(key)).values()];
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
