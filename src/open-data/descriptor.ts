import { hash } from "node:crypto";
import type { DataRequest } from "./request.ts";
import type { TableResource } from "./resource.ts";
import type { DataWords } from "./words.ts";

/** A workbook that lies beside the tables: it holds the same, and is no resource itself, since a program would read it as one table. */
export interface PackedFile {
  readonly language: string;
  readonly path: string;
  readonly title: string;
  readonly mediatype: string;
  readonly bytes: Uint8Array;
}

/** Profile of the Data Package standard that the description keeps. */
export const PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

/** What a package is described from. */
export interface Package {
  readonly request: DataRequest;
  readonly words: readonly DataWords[];
  readonly tables: readonly TableResource[];
  readonly files: readonly PackedFile[];
}

/** The text of `datapackage.json`: Frictionless Data Package, version 2. Further titles stand beside the first as `titles`. */
export function descriptor({ request, words, tables, files }: Package): string {
  const { report, draft } = request;
  const { current, date } = report.revisions;
  const [first] = words;
  const content = {
    $schema: PROFILE,
    name: packageName(report.year),
    title: first?.label("title", { title: first.title }),
    titles: titlesBy(words, (own) => own.label("title", { title: own.title })),
    description: first?.label("description"),
    version: `${report.year}.${current ?? 0}.0${draft ? "-draft" : ""}`,
    created: `${date ?? report.date}T00:00:00Z`,
    languages: words.map(({ language }) => language),
    sources: [...report.sources.values()].map(({ id, title, url }) => ({
      title: title === "" ? id : title,
      ...(url === null ? {} : { path: url }),
    })),
    resources: tables.map(tableEntry),
    ...(files.length > 0 ? { workbooks: files.map(fileEntry) } : {}),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Name of a year's package. */
export function packageName(year: number): string {
  return `white-paper-${year}`;
}

function titlesBy(words: readonly DataWords[], title: (words: DataWords) => string): Record<string, string> {
  return Object.fromEntries(words.map((own) => [own.language, title(own)]));
}

function tableEntry(resource: TableResource): Record<string, unknown> {
  const { name, path, titles, text, fields, primaryKey, foreignKeys, sources, charts } = resource;
  return {
    name,
    type: "table",
    path,
    title: Object.values(titles)[0] ?? name,
    titles,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    ...measured(new TextEncoder().encode(text)),
    ...(sources.length > 0 ? { sources } : {}),
    ...(charts.length > 0 ? { charts } : {}),
    schema: {
      fields,
      primaryKey,
      missingValues: [""],
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
}

function fileEntry({ language, path, title, mediatype, bytes }: PackedFile): Record<string, unknown> {
  return { language, path, title, mediatype, ...measured(bytes) };
}

function measured(bytes: Uint8Array): { bytes: number; hash: string } {
  return { bytes: bytes.length, hash: `sha256:${hash("sha256", bytes)}` };
}
