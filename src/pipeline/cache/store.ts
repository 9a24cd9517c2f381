import { hashOf } from "../../model/hash.ts";
import { type KeptList, keptList } from "./kept-list.ts";

export { hashOf };

/** The folder that kept results are in; a file in it is whole or not there. */
export interface CacheFolder {
  read(path: string): Promise<Uint8Array | null>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Adds to the end of a file, at once, in a folder that is there. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
}

/** Kinds of kept results; each has its own folder in `output/.cache`. */
export type CacheKind = "chart" | "font" | "part" | "step" | "edition" | "build";

/** Results of earlier builds by what they were made from. Safe to delete at any time, and for two builds at once. */
export interface Cache {
  /** A kept result; null if there is none, or if it is cut short or not what it was when it was kept. */
  get(kind: CacheKind, key: string): Promise<Uint8Array | null>;
  put(kind: CacheKind, key: string, payload: Uint8Array): Promise<void>;
  /** Puts several results of a kind at once. */
  putAll(kind: CacheKind, payloads: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** A cache that keeps nothing, for `--force`: everything is made anew. */
export const NO_CACHE: Cache = {
  get: async () => null,
  put: async () => undefined,
  putAll: async () => undefined,
};

const SEAL_LENGTH = 64;

/** A cache in a folder. Each entry begins with the hash of the rest, so that a broken one is noticed and made anew. */
export function createCache(folder: CacheFolder): Cache {
  const lists = new Map<CacheKind, KeptList>();
  const path = (kind: CacheKind, key: string) => `.cache/${kind}/${key}`;
  const listOf = (kind: CacheKind): KeptList => {
    const known = lists.get(kind);
    if (known) return known;
    const pathOf = (key: string) => path(kind, key);
    const list = keptList(folder, { path: `.cache/${kind}.list`, pathOf, most: MOST[kind] });
    lists.set(kind, list);
    return list;
  };
  const putAll: Cache["putAll"] = async (kind, payloads) => {
    if (payloads.size === 0) return;
    try {
      await Promise.all([...payloads].map(([key, payload]) => folder.write(path(kind, key), seal(payload))));
      await listOf(kind).add([...payloads.keys()]);
    } catch (cause) {
      // A full disk, a folder where a file should be: what cannot be kept is made again.
      if (!(cause instanceof Error && "code" in cause)) throw cause;
    }
  };
  return {
    get: async (kind, key) => {
      const entry = await folder.read(path(kind, key)).catch(() => null);
      return entry && unseal(entry);
    },
    put: (kind, key, payload) => putAll(kind, new Map([[key, payload]])),
    putAll,
  };
}

/** How many results of a kind are kept: some builds of all editions, so that going back to an earlier state is quick, too. */
const MOST: Record<CacheKind, number> = { chart: 40, font: 96, part: 600, step: 8, edition: 80, build: 40 };

function seal(payload: Uint8Array): Uint8Array {
  const hash = new TextEncoder().encode(hashOf(payload));
  const entry = new Uint8Array(SEAL_LENGTH + payload.length);
  entry.set(hash);
  entry.set(payload, SEAL_LENGTH);
  return entry;
}

function unseal(entry: Uint8Array): Uint8Array | null {
  const payload = entry.subarray(SEAL_LENGTH);
  return new TextDecoder("latin1").decode(entry.subarray(0, SEAL_LENGTH)) === hashOf(payload)
    ? payload
    : null;
}
