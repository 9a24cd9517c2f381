import type { Memo } from "../../src/model/memo.ts";

/** A memo that tells how often each step was made; what it remembers has been through JSON. */
export interface CountingMemo extends Memo {
  readonly made: Record<string, number>;
}

/** Opens an empty one. */
export function countingMemo(): CountingMemo {
  const known = new Map<string, string>();
  const made: Record<string, number> = {};
  return {
    made,
    once: <T>(step: string, key: () => string, make: () => T, lasting: (made: T) => boolean = () => true) => {
      const id = `${step} ${key()}`;
      const kept = known.get(id);
      if (kept !== undefined) return JSON.parse(kept) as T;
      made[step] = (made[step] ?? 0) + 1;
      const value = make();
      if (lasting(value)) known.set(id, JSON.stringify(value));
      return value;
    },
  };
}
