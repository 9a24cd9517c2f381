/** Median and spread of repeated measurements. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The middle value, or the mean of the two in the middle. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error("nothing was measured");
  return (lower + upper) / 2;
}

/** Median, least and most of some measurements. */
export function summarise(values: readonly number[]): Summary {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** Each measurement as a ratio to the one of the same round: what slows the whole machine falls out. */
export function ratios(values: readonly number[], floor: readonly number[]): Summary {
  return summarise(values.map((value, round) => value / (floor[round] ?? Number.NaN)));
}
