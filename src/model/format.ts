/** What a report can be built as, in the order in which it is. */
export const FORMATS = ["pdf", "web", "epub", "data"] as const;

/** The editions as PDFs, as a web site or as EPUBs, or the figures as open data. */
export type Format = (typeof FORMATS)[number];

/** What is built when nothing else is asked for. */
export const USUAL_FORMATS: readonly Format[] = ["pdf"];

/** Whether a string names a format. */
export function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name);
}
