/** What a report can be built as, in the order in which it is. */
export const FORMATS = ["pdf", "web", "data"] as const;

/** The editions as PDFs or as a web site, or the figures as open data. */
export type Format = (typeof FORMATS)[number];

/** What is built when nothing else is asked for. */
export const USUAL_FORMATS: readonly Format[] = ["pdf"];

/** Whether a string names a format. */
export function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name);
}
