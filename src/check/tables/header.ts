import { type Diagnostic, error } from "../../model/diagnostic.ts";
import { suggest } from "../../model/nearest.ts";
import type { Csv } from "../readers/csv.ts";
import { excerpt } from "../readers/excerpt.ts";
import type { TableInput } from "./reading.ts";

/** Columns that a CSV lacks, has twice, or that `report.yaml` does not know. Their order is free. */
export function headerProblems(input: TableInput, { header }: Csv): Diagnostic[] {
  const wanted = new Set(wantedColumns(input));
  const first = new Map(header.map(({ text }, index) => [text, index] as const).reverse());
  const missing = [...wanted].filter((name) => !first.has(name));
  const extra = header.filter(({ text }) => !wanted.has(text));
  const twice = header.filter(({ text }, index) => first.get(text) !== index);
  const extraNames = extra.map(({ text }) => text);
  return [
    ...missing.map((name) =>
      error({
        code: "missing-column",
        message: `the column “${name}” is missing`,
        place: header[0]?.place,
        hints:
          extra.length > 0 ? suggest(name, extraNames) : ["add it, with empty cells where there is no value"],
      }),
    ),
    ...extra.map(({ text, place }) =>
      error({
        code: "unknown-column",
        message: `report.yaml declares no column “${excerpt(text)}” for this table`,
        place,
        hints: missing.length > 0 ? suggest(text, missing) : ["declare it, or delete it here"],
      }),
    ),
    ...twice.map(({ text, place }) =>
      error({
        code: "duplicate-column",
        message: `the column “${excerpt(text)}” is there twice`,
        place,
        hints: ["keep one of the two"],
      }),
    ),
  ];
}

function wantedColumns({ key, attributes, row, columns }: TableInput): string[] {
  return [
    key.column,
    ...Object.keys(attributes),
    ...Object.values(row).filter((name) => name !== undefined),
    ...Object.keys(columns),
  ];
}
