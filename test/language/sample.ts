import { readFileSync } from "node:fs";
import Big from "big.js";
import type { Figure, Status, UnitKind } from "../../src/model/figure.ts";
import type { Language } from "../../src/model/language.ts";
import { type LanguageWords, languageWordsSchema } from "../../src/model/words.ts";

function load(language: Language): LanguageWords {
  const file = new URL(`../../locales/${language}/common.json`, import.meta.url);
  return languageWordsSchema.parse(JSON.parse(readFileSync(file, "utf8")).format);
}

/** The words that the project ships. */
export const WORDS: Record<Language, LanguageWords> = {
  en: load("en"),
  "zh-CN": load("zh-CN"),
  ja: load("ja"),
  ko: load("ko"),
};

interface Options {
  readonly id?: string;
  readonly scale?: number;
  readonly status?: Status;
}

function figure(kind: UnitKind, options: Options): Figure {
  return {
    ref: "sample.figure",
    value: null,
    date: null,
    places: 0,
    unit: { id: options.id ?? kind, kind, scale: options.scale ?? 1 },
    status: options.status ?? "normal",
    source: "sample",
    place: { file: "sample.yaml" },
  };
}

/** A figure as written: the places are those of the text. */
export function written(text: string, kind: UnitKind, options: Options = {}): Figure {
  return { ...figure(kind, options), value: Big(text), places: text.split(".")[1]?.length ?? 0 };
}

/** A figure whose unit is a date. */
export function dated(date: string): Figure {
  return { ...figure("date", {}), date };
}

/** A figure without a value. */
export function absent(kind: UnitKind, status: "missing" | "not-applicable" = "missing"): Figure {
  return figure(kind, { status });
}
