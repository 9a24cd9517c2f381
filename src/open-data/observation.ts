import type { Figure, Status } from "../model/figure.ts";
import { writtenValue } from "../model/released.ts";
import type { Report } from "../model/report.ts";
import { STATUSES } from "./code-lists.ts";
import type { DataColumn, ForeignKey, ResourceSource } from "./resource.ts";

/** The columns that say what a figure is: value, date, unit, status, source. `withDate` adds one for figures that are dates. */
export function figureColumns<R>(figureOf: (record: R) => Figure, withDate: boolean): DataColumn<R>[] {
  const of = (value: (figure: Figure) => string) => (record: R) => value(figureOf(record));
  const dates: DataColumn<R>[] = [
    {
      field: { name: "date", type: "date", description: "The figure, when it is a calendar date" },
      value: of(({ date }) => date ?? ""),
    },
  ];
  return [
    {
      field: {
        name: "value",
        type: "number",
        description: "As written in the source, with its decimal places; empty when there is none",
      },
      value: (record) => ({ number: numberOf(figureOf(record)) }),
    },
    ...(withDate ? dates : []),
    { field: required("unit"), value: of(({ unit }) => unit.id) },
    {
      field: {
        name: "status",
        type: "string",
        description: "Observation status; codes/status.csv gives the codes of SDMX",
        constraints: { required: true, enum: STATUSES.map(({ id }) => id) satisfies Status[] },
      },
      value: of(({ status }) => status),
    },
    { field: required("source"), value: of(({ source }) => source) },
  ];
}

const required = (name: string) => ({ name, type: "string", constraints: { required: true } }) as const;

function numberOf(figure: Figure): string {
  return figure.date === null ? (writtenValue(figure) ?? "") : "";
}

/** The code lists that `unit`, `status` and `source` are taken from. */
export const FIGURE_KEYS: readonly ForeignKey[] = ["unit", "status", "source"].map((field) => ({
  fields: [field],
  reference: { resource: `codes-${field === "status" ? "status" : `${field}s`}`, fields: ["code"] },
}));

/** The sources of some figures, each once, in the report's order. */
export function sourcesOf({ sources }: Report, figures: readonly Figure[]): ResourceSource[] {
  const used = new Set(figures.map(({ source }) => source));
  return [...sources.values()]
    .filter(({ id }) => used.has(id))
    .map(({ id, title, url }) => ({
      title: title === "" ? id : title,
      ...(url === null ? {} : { path: url }),
    }));
}
