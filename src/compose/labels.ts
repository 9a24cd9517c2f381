import type { HelperOptions } from "handlebars";
import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import { suggest } from "../model/nearest.ts";
import type { Locale } from "../model/report.ts";
import type { Engine } from "./engine.ts";

/** A label of the edition with its variables put in; `place` is where it was asked for, when a template did. */
export type Label = (
  key: string,
  variables?: Readonly<Record<string, string | number>>,
  place?: Place,
) => string;

/** Prints labels, and notes those that the locale does not have: i18next would print their keys. */
export function checkedLabel(locale: Locale, print: Label, diagnostics: Diagnostic[]): Label {
  return (key, variables, place) => {
    if (!exists(locale, key)) diagnostics.push(unknownLabel(locale, key, place));
    return print(key, variables);
  };
}

/** The helper `{{label "labels.contents"}}`; further arguments by name are the label's variables. */
export function registerLabel(engine: Engine, label: Label): void {
  engine.registerHelper("label", (key: unknown, { hash, loc }: HelperOptions & Located) =>
    label(String(key), hash as Record<string, string | number>, loc && placeOf(loc)),
  );
}

interface Located {
  readonly loc?: {
    readonly source: string;
    readonly start: { readonly line: number; readonly column: number };
  };
}

function placeOf({ source, start }: NonNullable<Located["loc"]>): Place {
  return { file: source, line: start.line, column: start.column + 1 };
}

/** A label that depends on a count stands under its plural forms: `key_one`, `key_other`. */
function exists({ texts }: Locale, key: string): boolean {
  return texts.has(key) || texts.has(`${key}_other`);
}

function unknownLabel({ language, texts }: Locale, key: string, place: Place | undefined): Diagnostic {
  return error({
    code: "unknown-label",
    message: `there is no label “${key}” in ${language}`,
    place: place ?? { file: `locales/${language}/${key.split(".")[0]}.json` },
    hints: suggest(key, texts.keys()),
  });
}
