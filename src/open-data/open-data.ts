import { codeLists } from "./code-lists.ts";
import { descriptor, type PackedFile } from "./descriptor.ts";
import { indicatorResources } from "./indicators.ts";
import type { DataRequest } from "./request.ts";
import type { TableResource } from "./resource.ts";
import { tableResource } from "./tables.ts";
import { dataWords } from "./words.ts";

/** Name of a package's description. */
export const DESCRIPTOR = "datapackage.json";

/**
 * A report's figures as a Frictionless Data Package: each table and the indicators as tidy CSV, the lists of codes, the files given,
 * and last the description of them all. Files by their paths inside the package.
 */
export function openData(request: DataRequest, files: readonly PackedFile[]): Map<string, Uint8Array> {
  const { report } = request;
  const words = [...request.editions.values()].map(dataWords);
  const tables: TableResource[] = [
    ...[...report.tables.values()].map((table) => tableResource(report, table, words)),
    ...indicatorResources(request, words),
    ...codeLists(report, words),
  ];
  const encoder = new TextEncoder();
  return new Map([
    ...tables.map(({ path, text }) => [path, encoder.encode(text)] as const),
    ...files.map(({ path, bytes }) => [path, bytes] as const),
    [DESCRIPTOR, encoder.encode(descriptor({ request, words, tables, files }))],
  ]);
}
