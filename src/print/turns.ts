/** Lets so many at once do something; the others wait, in the order in which they came. */
export interface Turns {
  /** How many wait. */
  waiting(): number;
  /** Waits for a turn, and gives what ends it; that may be called more than once. */
  take(): Promise<() => void>;
}

/** Turns for `atOnce` at once. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  const end = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return {
    waiting: () => waiting.length,
    take: async () => {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let over = false;
      return () => {
        if (!over) end();
        over = true;
      };
    },
  };
}
