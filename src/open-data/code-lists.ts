import type { Status } from "../model/figure.ts";
import type { Dimension, Report, Table } from "../model/report.ts";
import { type DataColumn, type TableResource, tabulated } from "./resource.ts";
import type { DataWords } from "./words.ts";

/**
 * The status words, with their codes in SDMX's code list CL_OBS_STATUS (version 2): A normal, P provisional, E estimated, O missing
 * value, M missing value that cannot exist.
 */
export const STATUSES: readonly { readonly id: Status; readonly sdmx: string }[] = [
  { id: "normal", sdmx: "A" },
  { id: "provisional", sdmx: "P" },
  { id: "estimated", sdmx: "E" },
  { id: "missing", sdmx: "O" },
  { id: "not-applicable", sdmx: "M" },
];

/** The lists of codes that the data use: units, sources, status, and the members of each dimension that a table uses. */
export function codeLists(report: Report, words: readonly DataWords[]): TableResource[] {
  const used = new Set([...report.tables.values()].map(({ dimension }) => dimension));
  const dimensions = [...report.dimensions.values()].filter(({ id }) => used.has(id));
  return [
    units(report, words),
    sources(report, words),
    statuses(words),
    ...dimensions.map((dimension) => members(dimension, words, tablesOf(report, dimension))),
  ];
}

/** A column for each language, named `<stem>_<tag>`. */
export function labelColumns<R>(
  stem: string,
  words: readonly DataWords[],
  label: (words: DataWords, record: R) => string,
): DataColumn<R>[] {
  return words.map((own) => ({
    field: { name: `${stem}_${own.language}`, type: "string" },
    value: (record) => label(own, record),
  }));
}

const CODE = { name: "code", type: "string", constraints: { required: true, unique: true } } as const;

/** Name of the resource with a list of codes. */
export const codesName = (list: string): string => `codes-${list}`;

function codeList(
  list: string,
  title: (words: DataWords) => string,
  words: readonly DataWords[],
  table: Pick<TableResource, "text" | "fields">,
): TableResource {
  return {
    name: codesName(list),
    path: `codes/${list}.csv`,
    titles: Object.fromEntries(words.map((own) => [own.language, title(own)])),
    ...table,
    primaryKey: ["code"],
    foreignKeys: [],
    sources: [],
    charts: [],
  };
}

function units({ units: declared }: Report, words: readonly DataWords[]): TableResource {
  const columns: DataColumn<{ id: string; kind: string; scale: number }>[] = [
    { field: CODE, value: ({ id }) => id },
    { field: { name: "kind", type: "string" }, value: ({ kind }) => kind },
    {
      field: { name: "scale", type: "integer", description: "One unit is so many base units" },
      value: ({ scale }) => ({ number: String(scale) }),
    },
    ...labelColumns<{ id: string }>("label", words, (own, { id }) => own.unit(id)),
  ];
  return codeList(
    "units",
    ({ label }) => label("codesOf.units"),
    words,
    tabulated(columns, [...declared.values()]),
  );
}

function sources({ sources: declared }: Report, words: readonly DataWords[]): TableResource {
  const columns: DataColumn<{ id: string; title: string; url: string | null }>[] = [
    { field: CODE, value: ({ id }) => id },
    { field: { name: "title", type: "string" }, value: ({ title }) => title },
    { field: { name: "url", type: "string", format: "uri" }, value: ({ url }) => url ?? "" },
  ];
  return codeList(
    "sources",
    ({ label }) => label("codesOf.sources"),
    words,
    tabulated(columns, [...declared.values()]),
  );
}

function statuses(words: readonly DataWords[]): TableResource {
  const columns: DataColumn<(typeof STATUSES)[number]>[] = [
    { field: CODE, value: ({ id }) => id },
    {
      field: { name: "sdmx", type: "string", description: "Code in SDMX's CL_OBS_STATUS" },
      value: ({ sdmx }) => sdmx,
    },
    ...labelColumns<{ id: string }>("label", words, (own, { id }) => own.label(`status.${id}`)),
  ];
  return codeList("status", ({ label }) => label("codesOf.status"), words, tabulated(columns, STATUSES));
}

function tablesOf({ tables }: Report, { id }: Dimension): Table[] {
  return [...tables.values()].filter(({ dimension }) => dimension === id);
}

/** A member's name; where only tables name it, that of the first which does. */
function memberLabel(own: DataWords, dimension: string, code: string, tables: readonly Table[]): string {
  const named = [own.member(dimension, code), ...tables.map((table) => own.row(table, code))];
  return named.find((name) => name !== code) ?? code;
}

function members(dimension: Dimension, words: readonly DataWords[], tables: readonly Table[]): TableResource {
  const { id, members: all } = dimension;
  const attributes = attributesOf(dimension);
  const columns: DataColumn<{ code: string; kind: string; attributes: ReadonlyMap<string, string> }>[] = [
    { field: CODE, value: ({ code }) => code },
    { field: { name: "kind", type: "string" }, value: ({ kind }) => kind },
    ...attributes.map((name) => ({
      field: { name, type: "string" as const },
      value: (member: { attributes: ReadonlyMap<string, string> }) => member.attributes.get(name) ?? "",
    })),
    ...labelColumns<{ code: string }>("label", words, (own, { code }) => memberLabel(own, id, code, tables)),
  ];
  return codeList(
    id,
    ({ label }) => label("codesOf.members", { name: id }),
    words,
    tabulated(columns, [...all.values()]),
  );
}

/** Names of the attributes that any member of a dimension has, in the order in which they are met. */
export function attributesOf({ members: all }: Dimension): string[] {
  return [...new Set([...all.values()].flatMap(({ attributes }) => [...attributes.keys()]))];
}
