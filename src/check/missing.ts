import { type Diagnostic, note, warning } from "../model/diagnostic.ts";
import { SOURCE_LANGUAGE } from "../model/language.ts";
import type { Report, Table } from "../model/report.ts";

/** A warning for each table column and indicator whose data the source does not supply. */
export function missingData({ tables, figures, indicators }: Report): Diagnostic[] {
  const missing = indicators.flatMap((ref) => {
    const figure = figures.get(ref);
    return figure?.status === "missing" ? [figure] : [];
  });
  return [
    ...[...tables.values()].flatMap(missingColumns),
    ...missing.map(({ ref, place }) =>
      warning({
        code: "missing-data",
        message: `${ref}: the value is missing`,
        place,
        hints: ["give the value when it is known"],
      }),
    ),
  ];
}

/** Text key of the authoring office. */
const AUTHOR = "metadata.author";

/** A note where nobody has said which office the paper is by: the PDFs then name no author, since none is invented. */
export function missingAuthor({ locales, year }: Pick<Report, "locales" | "year">): Diagnostic[] {
  const texts = locales.get(SOURCE_LANGUAGE)?.texts;
  if (!texts?.has("metadata.subject") || texts.has(AUTHOR)) return [];
  const file = `locales/${SOURCE_LANGUAGE}/${year}/metadata.json`;
  return [
    note({
      code: "no-author",
      message: "the report does not say which office it is by, so the PDFs name no author",
      place: { file },
      hints: [`add “author” to ${file} and to its translations, when the office is known`],
    }),
  ];
}

function missingColumns({ id, file, columns, rows }: Table): Diagnostic[] {
  return columns.flatMap((column) => {
    const empty = rows.filter(({ cells }) => cells.get(column.id)?.status === "missing");
    const [first] = empty;
    if (!first) return [];
    const which = empty.length === rows.length ? "all rows" : empty.map(({ code }) => code).join(", ");
    return [
      warning({
        code: "missing-data",
        message: `${id}.${column.id}: ${empty.length} of ${rows.length} values are missing (${which})`,
        place: { ...first.cells.get(column.id)?.place, file },
        hints: ["fill in the CSV when the data is known; until then it is shown as not supplied"],
      }),
    ];
  });
}
