/** Names of the document's own properties, by which a workbook is known again when it comes back. */
export const PROPERTIES = { year: "whitepaper-year", language: "Language" } as const;

/** Name of the property with the fingerprint of a table's cells as they were when the workbook was made. */
export function fingerprintProperty(table: string): string {
  return `whitepaper-made-from-${table}`;
}
