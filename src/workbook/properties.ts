/** Names of the document's own properties, by which a workbook is known again when it comes back. */
export const PROPERTIES = { year: "whitepaper-year", language: "Language" } as const;

/** Beginning of the names of properties that hold the fingerprint of a table's cells as they were when the workbook was made. */
export const FINGERPRINT = "whitepaper-made-from-";
