import { type Diagnostic, type Place, warning } from "../../model/diagnostic.ts";
import type { Locale } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { readJson } from "../readers/json.ts";
import { visibleText } from "./visible.ts";

/** A warning for each declared name and phrase that stands in no text of its language: it could only hide a figure later. */
export function staleNames({ language, names, phrases, texts }: Locale, sources: Sources): Diagnostic[] {
  const all = [...texts.values()].map(({ template }) => visibleText(template).plain).join("\n");
  const stale = (list: string, declared: readonly string[]) =>
    declared.flatMap((name, index) => (all.includes(name) ? [] : [{ name, path: [list, index] }]));
  const found = [...stale("names", names), ...stale("words", phrases)];
  if (found.length === 0) return [];
  const placeOf = namePlaces(`locales/${language}/names.json`, sources);
  return found.map(({ name, path }) =>
    warning({
      code: "unused-name",
      message: `the declared name “${name}” stands in no text`,
      place: placeOf(path),
      hints: ["take it out, or write it as the texts do"],
    }),
  );
}

function namePlaces(file: string, { files }: Sources): (path: readonly (string | number)[]) => Place {
  const source = files.get(file);
  // What is wrong with the file was said when the locale was read.
  const document = source ? readJson(source, []) : null;
  return (path) => document?.place(path) ?? { file };
}
