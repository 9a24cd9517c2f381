import type { Diagnostic } from "../../src/model/diagnostic.ts";

/** What can catch a fault, in the order in which a build meets them. */
export const CATCHERS = [
  "schema",
  "missing data",
  "identity",
  "lint",
  "translation",
  "glossary",
  "revision",
  "words",
  "figures",
  "contents",
  "editions",
] as const;

/** A part of the engine that catches faults. */
export type Catcher = (typeof CATCHERS)[number];

const BY_CODE: Readonly<Record<string, Catcher>> = {
  "missing-data": "missing data",
  "check-not-computable": "missing data",
  discrepancy: "identity",
  "check-without-value": "identity",
  "changed-discrepancy": "identity",
  "idle-acknowledgement": "identity",
  "needless-acknowledgement": "identity",
  "typed-figure": "lint",
  "typed-magnitude": "lint",
  "lost-unit": "lint",
  "unused-name": "lint",
  "stale-translation": "translation",
  "unconfirmed-translation": "translation",
  "missing-translation": "translation",
  "still-english": "translation",
  "extra-text": "translation",
  "different-placeholders": "translation",
  "different-markup": "translation",
  "lost-direction": "translation",
  "glossary-term": "glossary",
  "unused-exception": "glossary",
  "uncorrected-change": "revision",
  "changed-unit": "revision",
  "text-differs": "words",
  "text-missing": "words",
  "text-misplaced": "words",
  "text-unexpected": "words",
  "text-spacing": "words",
  "figure-differs": "figures",
  "figure-kind": "figures",
  "figure-direction": "figures",
  "figure-missing": "figures",
  "figure-extra": "figures",
  "label-missing": "figures",
  "label-doubled": "figures",
  "label-misplaced": "figures",
  "alt-figure": "figures",
  "alt-differs": "words",
  "wrong-page-number": "contents",
  "contents-incomplete": "contents",
  "editions-differ": "editions",
};

/** Codes of the typography lint end up here as well. */
const LINT = /punctuation|space|quote|dash|ellipsis|separator|character|script|spacing|broken-word/;

/** What a diagnostic was found by. Everything that reading the files finds is the schemas'. */
export function catcherOf({ code }: Diagnostic): Catcher {
  return BY_CODE[code] ?? (LINT.test(code) && code !== "forbidden-character" ? "lint" : "schema");
}
