import type { OutputFolder } from "../../deliver/deliver.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { pathsAndTexts, type Sources } from "../../model/source-file.ts";
import { type Cache, hashOf } from "../cache/store.ts";

/** A file that was delivered: its path in the output folder, and its size in bytes. */
export interface DataFileEntry {
  readonly path: string;
  readonly bytes: number;
}

interface KeptData {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: Readonly<Record<string, string>>;
}

/** What open data were made from, in one key. */
export function dataKey(sources: Sources, draft: boolean, tools: string): string {
  return hashOf("data", tools, String(draft), ...pathsAndTexts(sources));
}

/** Where open data are kept, and what they wrote. */
export interface DataMemory {
  readonly cache: Cache;
  readonly output: OutputFolder;
}

/** What the same data said and wrote, if all files are still as they were written; else null. */
export async function recallData(
  key: string,
  { cache, output }: DataMemory,
): Promise<{ diagnostics: readonly Diagnostic[]; files: DataFileEntry[] } | null> {
  const entry = await cache.get("build", key);
  if (!entry) return null;
  const kept = JSON.parse(new TextDecoder().decode(entry)) as KeptData;
  const files: DataFileEntry[] = [];
  for (const [path, hash] of Object.entries(kept.files)) {
    const bytes = await output.read(path);
    if (!bytes || hashOf(bytes) !== hash) return null;
    files.push({ path, bytes: bytes.length });
  }
  return { diagnostics: kept.diagnostics, files };
}

/** Remembers what was written. */
export async function keepData(
  key: string,
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, Uint8Array>,
  { cache }: DataMemory,
): Promise<void> {
  const kept: KeptData = {
    diagnostics,
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, hashOf(bytes)])),
  };
  await cache.put("build", key, new TextEncoder().encode(JSON.stringify(kept)));
}
