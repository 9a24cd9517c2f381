import type { PartRequest } from "../../print/print.ts";
import { type Cache, hashOf } from "./store.ts";

/** What all parts of a document depend on. */
export interface PartSurroundings {
  /** Engine, browser, runtime. */
  readonly tools: string;
  /** Key of the cut fonts. */
  readonly fonts: string;
  /** The document's frame (`documentParts`). */
  readonly frame: string;
}

/** The finished parts of one document, by what they were made from: HTML, first page, page numbers that they show. */
export interface PartMemory {
  /** Those of the requests that would have to be printed. */
  missing(requests: readonly PartRequest[]): Promise<PartRequest[]>;
  recall(request: PartRequest): Promise<Uint8Array | null>;
  remember(request: PartRequest, bytes: Uint8Array): void;
  /** Puts what was remembered into the cache. */
  keep(): Promise<void>;
}

/** The memory of a document's parts: of this build, and of earlier ones by the cache. */
export function partMemory(cache: Cache, { tools, fonts, frame }: PartSurroundings): PartMemory {
  const surroundings = hashOf(tools, fonts, frame);
  const known = new Map<string, Uint8Array>();
  const made = new Map<string, Uint8Array>();
  const recall = async (request: PartRequest) => {
    const key = partKey(request, surroundings);
    const bytes = known.get(key) ?? (await cache.get("part", key));
    if (bytes) known.set(key, bytes);
    return bytes;
  };
  return {
    missing: async (requests) => {
      const found = await Promise.all(requests.map(recall));
      return requests.filter((_, i) => !found[i]);
    },
    recall,
    remember: (request, bytes) => {
      const key = partKey(request, surroundings);
      known.set(key, bytes);
      made.set(key, bytes);
    },
    keep: () => cache.putAll("part", made),
  };
}

function partKey({ part, pagesBefore, texts }: PartRequest, surroundings: string): string {
  const { kind, chapter, name, html } = part;
  const place = JSON.stringify({ kind, chapter, name, pagesBefore, texts: [...texts] });
  return `${hashOf(surroundings, place, html)}.pdf`;
}
