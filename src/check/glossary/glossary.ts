import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import { LANGUAGES, type Language, SOURCE_LANGUAGE } from "../../model/language.ts";
import { suggest } from "../../model/nearest.ts";
import type { Sources } from "../../model/source-file.ts";
import { type Csv, type CsvCell, readCsv } from "../readers/csv.ts";

/** One term of the glossary. */
export interface Term {
  /** The term as the English texts write it, the form that stands for it first. */
  readonly english: readonly string[];
  /** The translations agreed on, by language; none where the language's cell is empty. */
  readonly accepted: ReadonlyMap<Language, readonly string[]>;
  readonly place: Place;
}

/** Where the glossary lives. */
export const GLOSSARY = "locales/glossary.csv";

const COLUMNS = [...LANGUAGES, "status", "source", "comment"];
/** Between several forms in one cell. */
const SEPARATOR = /\s*\|\s*/;

/** Reads `locales/glossary.csv`; a report without one has no terms. */
export function readGlossary({ files }: Sources, diagnostics: Diagnostic[]): Term[] {
  const file = files.get(GLOSSARY);
  const csv = file ? readCsv(file, diagnostics) : null;
  if (!csv) return [];
  const problems = headerProblems(csv);
  diagnostics.push(...problems);
  if (problems.length > 0) return [];
  const terms = csv.rows.map((row) => termOf(csv, row));
  diagnostics.push(...termProblems(terms));
  return terms;
}

function headerProblems({ file, header }: Csv): Diagnostic[] {
  const names = header.map(({ text }) => text);
  const unknown = header.filter(({ text }) => !COLUMNS.includes(text));
  return [
    ...unknown.map(({ text, place }) =>
      error({
        code: "unknown-column",
        message: `the glossary has no column “${text}”`,
        place,
        hints: suggest(text, COLUMNS),
      }),
    ),
    ...(names.includes(SOURCE_LANGUAGE)
      ? []
      : [
          error({
            code: "missing-column",
            message: `the glossary lacks the column “${SOURCE_LANGUAGE}”`,
            place: { file, line: 1 },
            hints: [`the first row names the columns: ${COLUMNS.join(",")}`],
          }),
        ]),
  ];
}

function termOf({ file, header }: Csv, row: readonly CsvCell[]): Term {
  const forms = (language: Language): string[] => {
    const cell = row[header.findIndex(({ text }) => text === language)];
    return (cell?.text ?? "").split(SEPARATOR).filter((form) => form !== "");
  };
  const translations = LANGUAGES.filter((language) => language !== SOURCE_LANGUAGE)
    .map((language) => [language, forms(language)] as const)
    .filter(([, accepted]) => accepted.length > 0);
  return {
    english: forms(SOURCE_LANGUAGE),
    accepted: new Map(translations),
    place: row[0]?.place ?? { file },
  };
}

function termProblems(terms: readonly Term[]): Diagnostic[] {
  const seen = new Map<string, Term>();
  return terms.flatMap((term) => {
    if (term.english.length === 0)
      return [
        error({
          code: "empty-term",
          message: "the row has no English term",
          place: term.place,
          hints: ["add it"],
        }),
      ];
    return term.english.flatMap((form) => {
      const first = seen.get(form);
      seen.set(form, first ?? term);
      return first ? [duplicate(form, term, first)] : [];
    });
  });
}

function duplicate(form: string, { place }: Term, first: Term): Diagnostic {
  return error({
    code: "duplicate-term",
    message: `“${form}” is already a term in line ${first.place.line ?? 1}`,
    place,
    hints: ["keep one of the two, with all its translations separated by “ | ”"],
  });
}
