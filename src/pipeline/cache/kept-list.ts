import type { CacheFolder } from "./store.ts";

/** Which results of a kind are kept, the latest last. */
export interface KeptList {
  /** Notes that results were put, and takes the oldest away when there are too many. */
  add(keys: readonly string[]): Promise<void>;
}

/** What a list is of. */
export interface ListOptions {
  /** Its own path. */
  readonly path: string;
  /** That of a result. */
  readonly pathOf: (key: string) => string;
  /** How many results are kept. */
  readonly most: number;
}

/**
 * The list of a kind's results, for the oldest to be found: a line for each that was put, added at its end, since to write the whole list anew each time
 * takes longer than to write the result. It is put in order when it is twice as long as it need be. Two builds at once may forget one too few.
 */
export function keptList(folder: CacheFolder, { path, pathOf, most }: ListOptions): KeptList {
  let known: Promise<Listed> | undefined;
  return {
    add: async (keys) => {
      known ??= readList(folder, path);
      const listed = await known;
      for (const key of keys) {
        listed.keys.delete(key);
        listed.keys.add(key);
      }
      listed.lines += keys.length;
      for (const old of [...listed.keys].slice(0, Math.max(0, listed.keys.size - most))) {
        listed.keys.delete(old);
        await folder.remove(pathOf(old));
      }
      if (listed.lines <= 2 * most) return folder.append(path, linesOf(keys));
      listed.lines = listed.keys.size;
      await folder.write(path, linesOf(listed.keys));
    },
  };
}

interface Listed {
  /** In the order in which they were put last. */
  readonly keys: Set<string>;
  /** Lines of the file, some of them of results that were put again or are gone. */
  lines: number;
}

const KEY = /^[\w.-]+$/;

async function readList(folder: CacheFolder, path: string): Promise<Listed> {
  const lines = new TextDecoder().decode((await folder.read(path)) ?? new Uint8Array()).split("\n");
  // What was put again counts from its last line.
  const latest = [...new Set(lines.filter((line) => KEY.test(line)).reverse())];
  return { keys: new Set(latest.reverse()), lines: lines.length };
}

function linesOf(keys: Iterable<string>): Uint8Array {
  return new TextEncoder().encode([...keys].map((key) => `${key}\n`).join(""));
}
