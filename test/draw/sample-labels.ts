import { readFileSync } from "node:fs";
import type { Language } from "../../src/model/language.ts";

/** A row of a made-up table. */
export interface RowLabel {
  readonly label: string;
  readonly kind: string;
}

type ByLanguage<T> = Readonly<Record<Language, Readonly<Record<string, T>>>>;

const labels = JSON.parse(readFileSync("test/draw/sample-labels.json", "utf8")) as {
  readonly rows: ByLanguage<RowLabel>;
  readonly columns: ByLanguage<string>;
  readonly titles: ByLanguage<string>;
};

/** Names of rows by their code. */
export const ROW_LABELS = labels.rows;
/** Names of columns by `<table>.columns.<column>`. */
export const COLUMN_LABELS = labels.columns;
/** Titles of charts by their id. */
export const TITLES = labels.titles;
