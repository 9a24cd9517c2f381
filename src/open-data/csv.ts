import { csvLines } from "../model/csv-lines.ts";

/** One cell: a number as written, which stands as it is; or words, which a spreadsheet must not take for a formula. */
export type CsvValue = { readonly number: string } | string;

/** Words that a spreadsheet would take for a formula begin so (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** Comma-separated values (RFC 4180, UTF-8, line feeds). Words that look like a formula get an apostrophe before them. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return csvLines([header, ...rows].map((row) => row.map(written)));
}

function written(value: CsvValue): string {
  if (typeof value !== "string") return value.number;
  return FORMULA.test(value) ? `'${value}` : value;
}
