/** Something of the one list beside what it became in the other; null where it went or came. */
export type Aligned<T> = readonly [before: T | null, after: T | null];

/**
 * Lays two lists side by side, in order: of all ways the one whose pairs fit best together (the sum of their scores is greatest). A score
 * of 0 is no pair. For scores of 0 and 1 it is a longest common subsequence.
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  score: (before: T, after: T) => number,
): Aligned<T>[] {
  const columns = after.length + 1;
  // best[i * columns + j]: the greatest sum for before[i…] and after[j…].
  const best = new Float64Array((before.length + 1) * columns);
  const scores = new Float32Array(before.length * after.length);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const fit = score(before[i] as T, after[j] as T);
      scores[i * after.length + j] = fit;
      const apart = Math.max(best[(i + 1) * columns + j] ?? 0, best[i * columns + j + 1] ?? 0);
      const together = fit > 0 ? fit + (best[(i + 1) * columns + j + 1] ?? 0) : 0;
      best[i * columns + j] = Math.max(apart, together);
    }
  const sumAt = (i: number, j: number) => best[i * columns + j] ?? 0;
  return walk(before, after, sumAt, (i, j) => scores[i * after.length + j] ?? 0);
}

function walk<T>(
  before: readonly T[],
  after: readonly T[],
  sumAt: (i: number, j: number) => number,
  scoreAt: (i: number, j: number) => number,
): Aligned<T>[] {
  const aligned: Aligned<T>[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const isPair =
      i < before.length &&
      j < after.length &&
      scoreAt(i, j) > 0 &&
      sumAt(i, j) <= scoreAt(i, j) + sumAt(i + 1, j + 1) + 1e-6;
    if (isPair) aligned.push([before[i++] as T, after[j++] as T]);
    else if (j >= after.length || (i < before.length && sumAt(i + 1, j) >= sumAt(i, j + 1)))
      aligned.push([before[i++] as T, null]);
    else aligned.push([null, after[j++] as T]);
  }
  return aligned;
}
