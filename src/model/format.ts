/** What a report can be built as. */
export const FORMATS = ["pdf", "data"] as const;

/** The editions as PDFs, or the figures as open data. */
export type Format = (typeof FORMATS)[number];

/** Whether a string names a format. */
export function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name);
}
