import { labelsOf } from "../language/translator.ts";
import type { Edition } from "../model/edition.ts";
import { plainText } from "../model/inline.ts";
import type { Language } from "../model/language.ts";
import type { Table } from "../model/report.ts";

/** Key of the paper's title among its texts. */
const TITLE = "preface.title";

/** The words of one language around data. */
export interface DataWords {
  readonly language: Language;
  /** The paper's title. */
  readonly title: string;
  /** A label of `locales/<lang>/data.json`, its variables put in. */
  readonly label: (key: string, variables?: Readonly<Record<string, string | number>>) => string;
  /** A unit's name; its id where the language has none. */
  readonly unit: (id: string) => string;
  /** A text of the paper by its key, without markup; null when there is none. */
  readonly text: (key: string) => string | null;
  /** A column's heading; its id where the table has none. */
  readonly column: (table: Table, column: string) => string;
  /** A row's name; its code where it has none. */
  readonly row: (table: Table, code: string) => string;
  /** Name of a dimension's member; its code where it has none. */
  readonly member: (dimension: string, code: string) => string;
}

/** The words of an edition; made once for all of its data. */
export function dataWords(edition: Edition): DataWords {
  const { locale, language } = edition;
  const label = labelsOf(locale);
  const text = (key: string) => {
    const found = edition.texts.get(key);
    return found ? plainText(found.nodes) : null;
  };
  const rows = new Map(
    [...edition.tables].map(([id, view]) => [id, new Map(view.rows.map((row) => [row.code, row.label]))]),
  );
  return {
    language,
    title: text(TITLE) ?? String(edition.year),
    label: (key, variables) => label(`data.${key}`, variables),
    unit: (id) => locale.texts.get(`units.${id}`)?.template ?? locale.words.units[id]?.other ?? id,
    text,
    column: (table, column) => text(`exhibits.tables.${table.id}.columns.${column}`) ?? column,
    row: (table, code) => rows.get(table.id)?.get(code) ?? code,
    member: (dimension, code) => locale.texts.get(`members.${dimension}.${code}`)?.template ?? code,
  };
}

/** A table's title; its id where it has none. */
export function tableTitle({ text }: DataWords, table: Table): string {
  return text(`exhibits.tables.${table.id}.title`) ?? table.id;
}
