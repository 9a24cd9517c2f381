/** Names of the document's own properties, by which a workbook is known again when it comes back. */
export const PROPERTIES = { year: "whitepaper-year", language: "Language" } as const;

/** Name of the hidden sheet with the data that a workbook was made from: what an editor changed can then be told from what changed since. */
export const MADE_FROM = "whitepaper_made_from";

/** Stands in that sheet for a table, where a line is of a sheet’s words that are not read back. */
export const ASIDE = "(aside)";
