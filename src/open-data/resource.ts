import { type CsvValue, csvText } from "./csv.ts";

/** A column of a resource, as Frictionless Table Schema describes it (version 2). */
export interface Field {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "date";
  readonly format?: "uri";
  readonly title?: string;
  readonly description?: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/** A column that names a row of another resource. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

/** A source of a resource, as Frictionless describes it. */
export interface ResourceSource {
  readonly title: string;
  readonly path?: string;
}

/** One CSV of the package, with all that its description says. */
export interface TableResource {
  readonly name: string;
  /** Path inside the package, with `/` between its parts. */
  readonly path: string;
  /** Titles by language tag. */
  readonly titles: Readonly<Record<string, string>>;
  readonly text: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly sources: readonly ResourceSource[];
  /** Ids of the charts that show it. */
  readonly charts: readonly string[];
}

/** A column with its values: one for each record. */
export interface DataColumn<R> {
  readonly field: Field;
  readonly value: (record: R) => CsvValue;
}

/** The CSV text and the fields of columns over records. */
export function tabulated<R>(
  columns: readonly DataColumn<R>[],
  records: readonly R[],
): Pick<TableResource, "text" | "fields"> {
  return {
    text: csvText(
      columns.map(({ field }) => field.name),
      records.map((record) => columns.map(({ value }) => value(record))),
    ),
    fields: columns.map(({ field }) => field),
  };
}
