import { writeCsv } from "hucre/csv";

/** Rows as comma-separated values (RFC 4180), each line ended by a line feed. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return `${writeCsv(rows as string[][], { lineSeparator: "\n" })}\n`;
}
