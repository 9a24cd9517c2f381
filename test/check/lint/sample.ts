import { readFileSync } from "node:fs";
import { check } from "../../../src/check/check.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import { fingerprint } from "../../../src/model/fingerprint.ts";
import { LANGUAGES, type Language } from "../../../src/model/language.ts";
import type { Sources } from "../../../src/model/source-file.ts";

function shipped(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
}

const COMMON = Object.fromEntries(
  LANGUAGES.map((language) => {
    const { format } = JSON.parse(shipped(`locales/${language}/common.json`)) as { format: unknown };
    return [`locales/${language}/common.json`, JSON.stringify({ format })];
  }),
);

/** Texts of one chapter, `notes`, by language. */
export type Chapter = Readonly<Record<string, string>>;

interface Sample {
  readonly texts?: Partial<Record<Language, Chapter>>;
  readonly state?: "draft" | "released";
  /** Further files, or other contents of the sample's. */
  readonly files?: Readonly<Record<string, string>>;
}

function report(state: string): string {
  return `year: 2021
date: 2022-04-26
languages:
${LANGUAGES.map((language) => `  ${language}: { state: ${language === "en" ? "released" : state} }`).join("\n")}
chapters: [notes]
sources:
  made-up: { title: Made up for this test }
units:
  piece: { kind: count }
  percent: { kind: percent }
  years: { kind: count }
`;
}

const INDICATORS = `indicators:
  trademarks.applications: { value: 4321, unit: piece, source: made-up }
  trademarks.yoy: { value: -3.5, unit: percent, source: made-up }
  trademarks.first_years: { value: 6, unit: years, source: made-up }
`;

/** A small report: a chapter `notes` with the given texts, and three made-up figures. */
export function sample({ texts = {}, state = "draft", files = {} }: Sample): Sources {
  const chapters = Object.entries(texts).map(([language, chapter]) => [
    `locales/${language}/2021/notes.json`,
    JSON.stringify(chapter, null, 2),
  ]);
  const all: Record<string, string> = {
    "data/2021/report.yaml": report(state),
    "data/2021/indicators.yaml": INDICATORS,
    ...COMMON,
    ...Object.fromEntries(chapters),
    ...files,
  };
  return {
    year: 2021,
    files: new Map(Object.entries(all).map(([path, text]) => [path, { path, text }])),
    diagnostics: [],
  };
}

/** The fingerprints that say that every text of a chapter was made from the English one. */
export function confirmed(language: Language, english: Chapter): Record<string, string> {
  const stamps = Object.entries(english).map(([key, text]) => [`notes.${key}`, fingerprint(text)]);
  return { [`locales/${language}/2021/translated-from.json`]: JSON.stringify(Object.fromEntries(stamps)) };
}

/** What `check` finds of some kinds. */
export function found(sources: Sources, ...codes: readonly string[]): Diagnostic[] {
  return check(sources).diagnostics.filter(({ code }) => codes.includes(code));
}

/** Diagnostics as people read them, one string each. */
export function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ severity, code, file, line, column, message, hints }) =>
    [
      `${[file, line, column].filter((part) => part !== undefined).join(":")} ${severity}: ${message} [${code}]`,
      ...hints.map((hint) => `  hint: ${hint}`),
    ].join("\n"),
  );
}
