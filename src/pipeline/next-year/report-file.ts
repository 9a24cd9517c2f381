import { type Document, isMap, isScalar, type Pair, Scalar, type YAMLMap } from "yaml";
import { blank, entriesOf, keyOf, mapAt, openYaml, yamlText } from "./yaml-edit.ts";
import type { Step } from "./years.ts";
import { holdsYear, movedName } from "./years.ts";

/** The new year's `report.yaml`, and the sources whose titles are to be filled in. */
export interface NewReport {
  readonly text: string;
  readonly untitled: readonly string[];
}

/**
 * The same units, dimensions, tables and chapters; every edition a draft, the date open, and the sources of the year without title. An
 * old source stays declared where a series still names it.
 */
export function newReport(text: string, step: Step, named: ReadonlySet<string>): NewReport {
  const document = openYaml(text);
  document.set("year", step.to);
  insertPrevious(document, step.from);
  document.set("date", blank("the day of this edition, such as 2021-12-31"));
  for (const { pair } of entriesOf(mapAt(document, ["languages"])))
    if (isMap(pair.value)) pair.value.set("state", "draft");
  const untitled = moveSources(document, step, named);
  for (const { pair } of entriesOf(mapAt(document, ["tables"]))) moveTable(pair.value, step);
  return { text: yamlText(document), untitled };
}

function insertPrevious(document: Document, from: number): void {
  if (document.has("previous")) {
    document.set("previous", from);
    return;
  }
  const year = isMap(document.contents)
    ? document.contents.items.findIndex((pair) => keyOf(pair) === "year")
    : -1;
  if (isMap(document.contents))
    document.contents.items.splice(year + 1, 0, document.createPair("previous", from));
}

function moveSources(document: Document, step: Step, named: ReadonlySet<string>): string[] {
  const sources = mapAt(document, ["sources"]);
  const untitled: string[] = [];
  if (!sources) return untitled;
  sources.items = entriesOf(sources).flatMap(({ key, pair }): Pair[] => {
    if (!isOfYear(key, pair, step.from)) return [pair];
    const id = movedName(key, step);
    untitled.push(id);
    const old = id !== key && named.has(key) ? [document.createPair(key, pair.value)] : [];
    return [openSource(document, pair, id), ...old];
  });
  return untitled;
}

/** A source of one year says so in its id or its title; a yearbook's next volume has another title and address. */
function isOfYear(id: string, { value }: Pair, year: number): boolean {
  const title = isMap(value) ? String(value.get("title") ?? "") : "";
  return holdsYear(id, year) || holdsYear(title, year);
}

function openSource(document: Document, { key }: Pair, id: string): Pair {
  const source = document.createNode({}) as YAMLMap;
  source.set(new Scalar("title"), blank("the title of the publication"));
  const name = new Scalar(id);
  if (isScalar(key)) Object.assign(name, { commentBefore: key.commentBefore, spaceBefore: key.spaceBefore });
  const pair = document.createPair(name, source);
  return pair;
}

/** A table's own names of sources and of its file. */
function moveTable(table: unknown, step: Step): void {
  if (!isMap(table)) return;
  for (const field of ["source", "file"]) moveField(table, field, step);
  if (table.get("blank") === "not-applicable") table.set("blank", notYet());
  const columns = table.get("columns");
  for (const { pair } of entriesOf(isMap(columns) ? columns : null))
    if (isMap(pair.value)) moveField(pair.value, "source", step);
}

/** While a table is being filled in, an empty cell is one that is not known yet. */
function notYet(): Scalar {
  const blankCells = new Scalar("missing");
  blankCells.comment = " until the table is filled in; then not-applicable";
  return blankCells;
}

function moveField(map: YAMLMap, field: string, step: Step): void {
  const value = map.get(field);
  if (typeof value === "string") map.set(field, movedName(value, step));
}
