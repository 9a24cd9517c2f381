import { join } from "node:path";
import { check } from "../../src/check/check.ts";
import { type ContentFolder, gather } from "../../src/gather/gather.ts";
import { compare, type Diagnostic } from "../../src/model/diagnostic.ts";
import { rehearse } from "../../src/pipeline/rehearse.ts";
import { folderOnDisk } from "../../src/world/files.ts";

const CHECKOUT = join(import.meta.dirname, "../..");

/** The engine's own folder. */
export const ENGINE = folderOnDisk(CHECKOUT);

/** Folder of the made-up report that most tests begin with. */
export const LIBRARIES = join(CHECKOUT, "test/cases/libraries");

/** Year of that report. */
export const YEAR = 2030;

/** A file's new content by its path; null takes the file away. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;

/** A folder with some of its files changed, in memory. */
export function changed(folder: ContentFolder, changes: Changes): ContentFolder {
  return {
    list: async (subfolder) => {
      const own = Object.keys(changes).filter((path) => path.startsWith(`${subfolder}/`));
      const all = new Set([...(await folder.list(subfolder)), ...own]);
      return [...all].filter((path) => changes[path] !== null).sort(compare);
    },
    read: async (path) => {
      const change = changes[path];
      if (change === undefined || change === null) return folder.read(path);
      return typeof change === "string" ? new TextEncoder().encode(change) : change;
    },
  };
}

/** The made-up report with some of its files changed. */
export const libraries = (changes: Changes = {}): ContentFolder => changed(folderOnDisk(LIBRARIES), changes);

/** A file of the made-up report with a piece of its text replaced; fails when the piece is not there. */
export async function edited(path: string, from: string, to: string): Promise<Changes> {
  const text = new TextDecoder().decode(await libraries().read(path));
  if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”`);
  return { [path]: text.replace(from, () => to) };
}

/** What `check` finds in the made-up report with some of its files changed: errors only, unless all are asked for. */
export async function problems(changes: Changes, all = false): Promise<Diagnostic[]> {
  const checked = check(await gather({ year: YEAR, content: libraries(changes), engine: ENGINE }));
  const found = [...checked.diagnostics, ...(checked.report ? rehearse(checked.report) : [])];
  return found.filter(({ severity }) => all || severity === "error");
}

/** Diagnostics as one text, a block of lines for each: place and code, message, hints. */
export function shown(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, code, file, line, column, path, message, hints }) => {
      const place = [file, line, column].filter((part) => part !== undefined).join(":");
      return [`${severity} ${code}`, `  ${place}${path ? ` (${path})` : ""}`, `  ${message}`]
        .concat(hints.map((hint) => `  → ${hint}`))
        .join("\n");
    })
    .join("\n");
}
