import { basename } from "node:path/posix";
import { parse, stringify } from "yaml";
import { confirmationStamp } from "../../../src/model/translation-state.ts";
import { type CopyNames, copyNames } from "./names.ts";

/** The text files of a report by their paths. */
export type ReportFiles = ReadonlyMap<string, string>;

/**
 * A report so many times as long: every chapter, table, chart and figure stands in it again under new names, with its texts in all
 * languages and their confirmations. Its checks stay those of the first. Only a benchmark builds such a thing, in a temporary folder.
 */
export function scaledReport(files: ReportFiles, year: number, times: number): Map<string, string> {
  const scaled = new Map(files);
  const source = sourceOf(files, year);
  for (let copy = 2; copy <= times; copy++) addCopy(scaled, source, copyNames(copy, source));
  return scaled;
}

interface ReportYaml {
  readonly chapters: readonly string[];
  readonly tables: Readonly<Record<string, { readonly file?: string }>>;
}

interface Source {
  readonly files: ReportFiles;
  readonly year: number;
  readonly report: ReportYaml;
  readonly chapters: ReadonlySet<string>;
  /** First names of figures: those of tables and of groups of indicators, but not of the report's own dates. */
  readonly figures: ReadonlySet<string>;
}

function sourceOf(files: ReportFiles, year: number): Source {
  const report = parse(files.get(`data/${year}/report.yaml`) ?? "") as ReportYaml;
  const indicators = files.get(`data/${year}/indicators.yaml`) ?? "";
  const groups = [...indicators.matchAll(INDICATOR)].map(([, name = ""]) => name);
  const figures = new Set([...Object.keys(report.tables), ...groups]);
  figures.delete("report");
  return { files, year, report, chapters: new Set(report.chapters), figures };
}

/** A line of `indicators.yaml`; numbers stay as they are written. */
const INDICATOR = /^ {2}([a-z][\w-]*)(\.\S+: .*)$/gm;

function addCopy(scaled: Map<string, string>, source: Source, names: CopyNames): void {
  const { files, year } = source;
  for (const [path, text] of files) {
    const current = scaled.get(path) ?? text;
    const longer = lengthened(path, { current, text }, source, names);
    if (longer !== null) scaled.set(path, longer);
    const copied = copiedFile(path, text, source, names);
    if (copied !== null) scaled.set(copiedPath(path, names), copied);
  }
  for (const path of files.keys())
    if (path.endsWith(`/${year}/translated-from.json`))
      scaled.set(path, longerStamps(path, scaled, source, names));
}

/** A file that holds the copy's part, too, behind what it holds by now (`current`); null for one that does not. */
function lengthened(
  path: string,
  { current, text }: { readonly current: string; readonly text: string },
  source: Source,
  names: CopyNames,
): string | null {
  if (path === `data/${source.year}/report.yaml`) return longerReport(current, source, names);
  if (path === `data/${source.year}/indicators.yaml`) return current + copiedIndicators(text, source, names);
  if (path === "locales/exceptions.yaml") return longerExceptions(current, text, names);
  return basename(path) === "exhibits.json" ? longerExhibits(current, text, names) : null;
}

/** A file as it stands in the copy under a name of its own; null for one that has none there. */
function copiedFile(path: string, text: string, source: Source, names: CopyNames): string | null {
  const folder = path.slice(0, path.lastIndexOf("/"));
  if (folder === `data/${source.year}/tables`) return text;
  if (folder === "templates/chapters") return copiedTemplate(text, names);
  if (path.endsWith(".vl.json")) return copiedChart(text, source, names);
  const isChapter = folder.endsWith(`/${source.year}`) && source.chapters.has(basename(path, ".json"));
  return isChapter ? json(mapTexts(JSON.parse(text), names.text)) : null;
}

/** `tables/gi.csv` as `tables/gi_2.csv`. */
function copiedPath(path: string, { id }: CopyNames): string {
  return path.replace(/([^/.]+)((?:\.\w+)+)$/, (_, name: string, ending: string) => id(name) + ending);
}

function longerReport(current: string, { report }: Source, names: CopyNames): string {
  const longer = parse(current) as ReportYaml;
  const tables = Object.entries(report.tables).map(([id, table]) => [
    names.id(id),
    { ...table, file: copiedPath(table.file ?? `tables/${id}.csv`, names) },
  ]);
  return stringify({
    ...longer,
    chapters: [...longer.chapters, ...report.chapters.map(names.id)],
    tables: { ...longer.tables, ...Object.fromEntries(tables) },
  });
}

function copiedIndicators(text: string, { figures }: Source, { id }: CopyNames): string {
  const lines = [...text.matchAll(INDICATOR)].flatMap(([, name = "", rest = ""]) =>
    figures.has(name) ? [`  ${id(name)}${rest}\n`] : [],
  );
  return lines.join("");
}

function copiedTemplate(text: string, { id }: CopyNames): string {
  return text.replace(
    /(\{\{#?(?:chapter|chart|table) ")([\w-]+)"/g,
    (_, open: string, name: string) => `${open}${id(name)}"`,
  );
}

function copiedChart(text: string, { report }: Source, names: CopyNames): string {
  return json(
    // Columns may be called as tables are.
    mapTexts(JSON.parse(text), (value, property) => {
      const isTable = (property === "table" || property === "name") && value in report.tables;
      if (isTable) return names.id(value);
      return value.startsWith("exhibits.") ? names.key(value) : names.reference(value);
    }),
  );
}

interface Exhibits {
  readonly tables?: Readonly<Record<string, unknown>>;
  readonly charts?: Readonly<Record<string, unknown>>;
}

function longerExhibits(current: string, text: string, names: CopyNames): string {
  const [longer, first] = [JSON.parse(current) as Exhibits, JSON.parse(text) as Exhibits];
  const copied = (part: Readonly<Record<string, unknown>> = {}) =>
    Object.fromEntries(
      Object.entries(part).map(([id, texts]) => [names.id(id), mapTexts(texts, names.text)]),
    );
  return json({
    ...longer,
    tables: { ...longer.tables, ...copied(first.tables) },
    charts: { ...longer.charts, ...copied(first.charts) },
  });
}

interface Exceptions {
  readonly exceptions: readonly { readonly key: string }[];
}

function longerExceptions(current: string, text: string, { key }: CopyNames): string {
  const [longer, first] = [parse(current) as Exceptions, parse(text) as Exceptions];
  const copied = first.exceptions.flatMap((one) =>
    key(one.key) === one.key ? [] : [{ ...one, key: key(one.key) }],
  );
  return stringify({ ...longer, exceptions: [...longer.exceptions, ...copied] });
}

/** The confirmations of a language with those of a copy: made for its texts as they are. */
function longerStamps(path: string, scaled: ReportFiles, { files }: Source, { key }: CopyNames): string {
  const folder = path.replace(/\/[^/]+$/, "");
  const keys = Object.keys(JSON.parse(files.get(path) ?? "{}")).filter((one) => key(one) !== one);
  const english = textsOf(scaled, folder.replace(/^locales\/[^/]+/, "locales/en"), keys.map(key));
  const own = textsOf(scaled, folder, keys.map(key));
  const stamps = keys.map(key).flatMap((one) => {
    const [from, to] = [english.get(one), own.get(one)];
    return from === undefined || to === undefined ? [] : [[one, confirmationStamp(from, to)]];
  });
  return json({ ...JSON.parse(scaled.get(path) ?? "{}"), ...Object.fromEntries(stamps) });
}

/** Texts by their keys, from the files that these keys name. */
function textsOf(files: ReportFiles, folder: string, keys: readonly string[]): Map<string, string> {
  const names = new Set(keys.map((key) => key.split(".")[0] ?? ""));
  const texts = [...names].flatMap((name) => {
    const text = files.get(`${folder}/${name}.json`);
    return text === undefined ? [] : flattened(JSON.parse(text), name);
  });
  return new Map(texts);
}

function flattened(value: unknown, key: string): [string, string][] {
  if (typeof value === "string") return [[key, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => flattened(inner, `${key}.${name}`));
}

/** A JSON value with all its strings mapped; `map` is told the property that each stands in. */
function mapTexts(value: unknown, map: (text: string, property: string) => string, property = ""): unknown {
  if (typeof value === "string") return map(value, property);
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, map, property));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, map, name)]));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
