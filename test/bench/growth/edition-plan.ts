import { LANGUAGES, type Language } from "../../../src/model/language.ts";

/** One report of a run of many. */
export interface PlannedReport {
  readonly year: number;
  readonly languages: readonly Language[];
}

/** So many editions as reports of successive years, four languages each and in the last what is left. */
export function editionPlan(editions: number, firstYear: number): PlannedReport[] {
  const reports = Math.ceil(editions / LANGUAGES.length);
  return Array.from({ length: reports }, (_, index) => ({
    year: firstYear + index,
    languages: LANGUAGES.slice(0, editions - index * LANGUAGES.length),
  }));
}

/** A report file's path in the copy for another year; null for a file that all years share. */
export function pathInYear(path: string, from: number, to: number): string | null {
  const moved = path.replace(new RegExp(`^(data|locales/[^/]+)/${from}/`), `$1/${to}/`);
  return moved === path ? null : moved;
}
