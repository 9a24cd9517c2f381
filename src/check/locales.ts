import type { z } from "zod";
import { type Diagnostic, error } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import { type Memo, NO_MEMO } from "../model/memo.ts";
import type { Locale, Text } from "../model/report.ts";
import { filesUnder, type SourceFile, type Sources } from "../model/source-file.ts";
import { languageWordsSchema } from "../model/words.ts";
import { keptTextsOf, textsOf } from "./locale-texts.ts";
import { below, type Document, parseKept } from "./readers/document.ts";
import { readJson } from "./readers/json.ts";
import { namesSchema, translatedFromSchema } from "./schemas/locale.ts";

/** File of a language whose `format` holds the words of its numbers. */
const COMMON = "common.json";

/** Reads all texts of the report's languages. A language whose number words cannot be used is left out. */
export function readLocales(
  sources: Sources,
  languages: Iterable<Language>,
  diagnostics: Diagnostic[],
  memo: Memo = NO_MEMO,
): Map<Language, Locale> {
  const locales = [...languages].flatMap((language) => {
    const locale = readLocale({ sources, language, memo }, diagnostics);
    return locale ? [[language, locale] as const] : [];
  });
  return new Map(locales);
}

interface LocaleRequest {
  readonly sources: Sources;
  readonly language: Language;
  readonly memo: Memo;
}

function readLocale({ sources, language, memo }: LocaleRequest, diagnostics: Diagnostic[]): Locale | null {
  const folder = `locales/${language}`;
  const file = sources.files.get(`${folder}/${COMMON}`);
  const common = readCommon(file, folder, diagnostics);
  const kept = { name: "words", text: file?.text ?? "", memo };
  const words = common && parseKept(languageWordsSchema, () => below(common, ["format"]), kept, diagnostics);
  const names = readNames(sources.files.get(`${folder}/names.json`), memo, diagnostics);
  const translatedFrom = readTranslatedFrom({ sources, language, memo }, diagnostics);
  const texts = filesUnder(sources, folder, ".json")
    .filter(({ path }) => !NOT_TEXTS.test(path))
    .flatMap((file) => keptTextsOf(file, memo, diagnostics));
  const labels = common ? textsOf(withoutFormat(common), diagnostics) : [];
  if (!words) return null;
  return {
    language,
    words,
    names: names.names,
    phrases: names.words,
    translatedFrom,
    texts: byKey([...labels, ...texts], diagnostics),
  };
}

const NOT_TEXTS = /\/(?:names|translated-from)\.json$|^locales\/[^/]+\/common\.json$/;

function byKey(texts: readonly Text[], diagnostics: Diagnostic[]): Map<string, Text> {
  const found = new Map<string, Text>();
  for (const text of texts) {
    const first = found.get(text.key);
    if (first)
      diagnostics.push(
        error({
          code: "duplicate-text",
          message: `the text “${text.key}” is in ${first.place.file} too`,
          place: text.place,
          hints: ["a text's key begins with its file's name: rename one of the two files"],
        }),
      );
    found.set(text.key, text);
  }
  return found;
}

function readCommon(
  file: SourceFile | undefined,
  folder: string,
  diagnostics: Diagnostic[],
): Document | null {
  if (file) return readJson(file, diagnostics);
  diagnostics.push(
    error({
      code: "no-labels",
      message: "the language has no labels",
      place: { file: `${folder}/${COMMON}` },
      hints: ["copy the file from another report, or from the engine's locales/"],
    }),
  );
  return null;
}

function readNames(
  file: SourceFile | undefined,
  memo: Memo,
  diagnostics: Diagnostic[],
): { names: string[]; words: string[] } {
  return keptValue(namesSchema, { name: "names", file, memo }, diagnostics) ?? { names: [], words: [] };
}

/** `locales/<lang>/<year>/translated-from.json`: by key, the fingerprints of the English text and its translation. */
function readTranslatedFrom(
  { sources, language, memo }: LocaleRequest,
  diagnostics: Diagnostic[],
): Map<string, string> {
  const file = sources.files.get(`locales/${language}/${sources.year}/translated-from.json`);
  const record = keptValue(translatedFromSchema, { name: "fingerprints", file, memo }, diagnostics);
  return new Map(Object.entries(record ?? {}));
}

interface KeptFile {
  readonly name: string;
  readonly file: SourceFile | undefined;
  readonly memo: Memo;
}

/** What a JSON file says, if it is there and in order; one that is remembered is not read again, as nobody asks for places in it. */
function keptValue<S extends z.ZodType>(
  schema: S,
  { name, file, memo }: KeptFile,
  diagnostics: Diagnostic[],
): z.output<S> | null {
  if (!file) return null;
  return parseKept(schema, () => readJson(file, diagnostics), { name, text: file.text, memo }, diagnostics);
}

/** The words of number formats stand in the labels' file, but are no texts. */
function withoutFormat(document: Document): Document {
  if (typeof document.value !== "object" || document.value === null) return document;
  const { format: _, ...texts } = document.value as Record<string, unknown>;
  return { ...document, value: texts };
}
