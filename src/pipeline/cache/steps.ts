import type { Memo } from "../../model/memo.ts";
import { type Cache, hashOf } from "./store.ts";

/** A memo whose content outlives the build. */
export interface KeptMemo extends Memo {
  /** Whether nothing is remembered of any build here. */
  readonly empty: boolean;
  /** Puts it into the cache, if anything was added. */
  readonly keep: () => Promise<void>;
}

/** How many results are kept that this build had no use for: those of some earlier states of the report. */
const MOST_UNUSED = 400;

/** Steps with large results: of such a step only those are kept that its last build had a use for. */
const LARGE = /^(?:parsed |proof |yaml$)/;

/** Opens the memo of a report: one entry of the cache, since its results are small and many. `name` tells reports apart, `tools` engines. */
export async function openMemo(cache: Cache, name: string, tools: string): Promise<KeptMemo> {
  const entry = `${name}-${hashOf(tools).slice(0, 16)}`;
  const bytes = await cache.get("step", entry);
  const before = new Map(bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as [string, unknown][]) : []);
  const used = new Map<string, unknown>();
  let added = false;
  return {
    empty: before.size === 0,
    once: <T>(step: string, key: () => string, make: () => T, lasting: (made: T) => boolean = () => true) => {
      const id = `${step} ${key()}`;
      const known = used.has(id) ? used.get(id) : before.get(id);
      if (known !== undefined) {
        used.set(id, known);
        return known as T;
      }
      const made = make();
      if (lasting(made)) {
        used.set(id, made);
        added = true;
      }
      return made;
    },
    keep: async () => {
      if (!added) return;
      const renewed = new Set([...used.keys()].map(stepOf).filter((step) => LARGE.test(step)));
      const unused = [...before]
        .filter(([id]) => !used.has(id) && !renewed.has(stepOf(id)))
        .slice(-MOST_UNUSED);
      await cache.put("step", entry, new TextEncoder().encode(JSON.stringify([...unused, ...used])));
    },
  };
}

/** The step of a kept result. */
function stepOf(id: string): string {
  return id.slice(0, id.lastIndexOf(" "));
}
