import { fingerprint } from "../model/fingerprint.ts";

/** A sheet as texts: empty where a cell holds no words. */
export type SheetTexts = readonly (readonly string[])[];

/** What stands in parentheses in the row of codes is for information and not read back. */
export function isAside(code: string): boolean {
  return /^\(.*\)$/.test(code);
}

/**
 * A fingerprint of the words on a sheet that are not read back: titles, headings, units, names, notes. It does not depend on the order of
 * rows and columns, which an editor may change.
 */
export function asideFingerprint(rows: SheetTexts): string {
  const codes = rows.findIndex((row) => row.some((text) => isAside(text.trim())));
  const words = rows.flatMap((row, index) =>
    row.filter((_, column) => codes < 0 || index <= codes || isAside(rows[codes]?.[column]?.trim() ?? "")),
  );
  const plain = words.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
  return fingerprint(JSON.stringify(plain.sort()));
}
