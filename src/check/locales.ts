import { type Diagnostic, error } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import type { Locale, Text } from "../model/report.ts";
import { filesUnder, type SourceFile, type Sources } from "../model/source-file.ts";
import { type LanguageWords, languageWordsSchema } from "../model/words.ts";
import { type Document, type Path, parse } from "./readers/document.ts";
import { readJson } from "./readers/json.ts";
import { namesSchema, type TextTree, textsSchema, translatedFromSchema } from "./schemas/locale.ts";

/** File of a language whose `format` holds the words of its numbers. */
const COMMON = "common.json";

/** Reads all texts of the report's languages. A language whose number words cannot be used is left out. */
export function readLocales(
  sources: Sources,
  languages: Iterable<Language>,
  diagnostics: Diagnostic[],
): Map<Language, Locale> {
  const locales = [...languages].flatMap((language) => {
    const locale = readLocale(sources, language, diagnostics);
    return locale ? [[language, locale] as const] : [];
  });
  return new Map(locales);
}

function readLocale(sources: Sources, language: Language, diagnostics: Diagnostic[]): Locale | null {
  const folder = `locales/${language}`;
  const words = readWords(sources.files.get(`${folder}/${COMMON}`), folder, diagnostics);
  const names = readNames(sources.files.get(`${folder}/names.json`), diagnostics);
  const translatedFrom = readTranslatedFrom(sources, language, diagnostics);
  const texts = filesUnder(sources, folder, ".json")
    .filter(({ path }) => !path.endsWith("/names.json") && !path.endsWith("/translated-from.json"))
    .flatMap((file) => readTexts(file, diagnostics));
  if (!words) return null;
  return {
    language,
    words,
    names: names.names,
    phrases: names.words,
    translatedFrom,
    texts: new Map(texts.map((text) => [text.key, text])),
  };
}

function readWords(
  file: SourceFile | undefined,
  folder: string,
  diagnostics: Diagnostic[],
): LanguageWords | null {
  if (!file) {
    diagnostics.push(
      error({
        code: "no-labels",
        message: "the language has no labels",
        place: { file: `${folder}/${COMMON}` },
      }),
    );
    return null;
  }
  const document = readJson(file, diagnostics);
  return document && parse(languageWordsSchema, below(document, "format"), diagnostics);
}

/** The part of a document below one of its keys. */
function below({ file, value, place }: Document, key: string): Document {
  const part =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return { file, value: part, place: (path) => place([key, ...path]) };
}

function readNames(
  file: SourceFile | undefined,
  diagnostics: Diagnostic[],
): { names: string[]; words: string[] } {
  const document = file ? readJson(file, diagnostics) : null;
  return (document && parse(namesSchema, document, diagnostics)) ?? { names: [], words: [] };
}

/** `locales/<lang>/<year>/translated-from.json`: by key, the fingerprint of the English text. */
function readTranslatedFrom(
  sources: Sources,
  language: Language,
  diagnostics: Diagnostic[],
): Map<string, string> {
  const file = sources.files.get(`locales/${language}/${sources.year}/translated-from.json`);
  const document = file ? readJson(file, diagnostics) : null;
  const record = document && parse(translatedFromSchema, document, diagnostics);
  return new Map(Object.entries(record ?? {}));
}

function readTexts(file: SourceFile, diagnostics: Diagnostic[]): Text[] {
  const document = readJson(file, diagnostics);
  const tree = document && parse(textsSchema, withoutFormat(document), diagnostics);
  if (!document || !tree) return [];
  const prefix = file.path.replace(/^.*\/|\.json$/g, "");
  return flatten(tree, []).map(({ path, template }) => ({
    key: [prefix, ...path].join("."),
    template,
    place: document.place(path),
  }));
}

/** The words of number formats stand in the labels' file, but are no texts. */
function withoutFormat(document: Document): Document {
  if (!document.file.endsWith(`/${COMMON}`) || typeof document.value !== "object") return document;
  const { format: _, ...texts } = document.value as Record<string, unknown>;
  return { ...document, value: texts };
}

function flatten(tree: TextTree, path: Path): { path: Path; template: string }[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [{ path: [...path, key], template: value }] : flatten(value, [...path, key]),
  );
}
