import type { Figure } from "../../model/figure.ts";
import type { Report, Table } from "../../model/report.ts";

/** From which year's report to which. */
export interface Step {
  readonly from: number;
  readonly to: number;
}

/** A name with the year that it holds moved on: `white-paper-2021` → `white-paper-2022`. Longer numbers are left alone. */
export function movedName(name: string, { from, to }: Step): string {
  return name.replace(standsFor(from), String(to));
}

/** Whether a name holds a year, and not as a part of a longer number. */
export function holdsYear(name: string, year: number): boolean {
  return standsFor(year).test(name);
}

function standsFor(year: number): RegExp {
  return new RegExp(`(?<!\\d)${year}(?!\\d)`, "g");
}

/** A date so many years later; null for 29 February, which has no like. */
export function movedDate(date: string, { from, to }: Step): string | null {
  const year = Number(date.slice(0, 4)) + to - from;
  return date.endsWith("-02-29") ? null : `${year}${date.slice(4)}`;
}

/** Ids of the tables that are series: a row for each year, the report's own the last. */
export function seriesOf({ tables, year }: Report): ReadonlySet<string> {
  return new Set([...tables.values()].filter((table) => isSeries(table, year)).map(({ id }) => id));
}

function isSeries({ dimension, rows }: Table, year: number): boolean {
  const codes = rows.map(({ code }) => code);
  return dimension === null && codes.every((code) => /^\d{4}$/.test(code)) && codes.at(-1) === String(year);
}

/** Moves what refers to the report's own year, or the year before, in a series; all other references stay. */
export function createMoveReference(
  series: ReadonlySet<string>,
  { from, to }: Step,
): (ref: string) => string {
  return (ref) => {
    const [table = "", year = "", ...rest] = ref.split(".");
    const age = from - Number(year);
    if (!series.has(table) || rest.length === 0 || (age !== 0 && age !== 1)) return ref;
    return [table, to - age, ...rest].join(".");
  };
}

/** The value that a figure of the report itself, such as its year or its last day, certainly has in the new year; null for others. */
export function movedValue({ ref, unit, value, date }: Figure, step: Step): string | null {
  if (!ref.startsWith("report.")) return null;
  if (unit.kind === "date" && date !== null) return movedDate(date, step);
  if (unit.kind === "year" && value !== null) return value.plus(step.to - step.from).toFixed();
  return null;
}
