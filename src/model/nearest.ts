/** Number of single-character edits between two strings (Levenshtein distance). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (b[j - 1] === letter ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The candidate that a misspelt word most likely meant; null when none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** The hint “did you mean …?”, or what there is when nothing is close. */
export function suggest(word: string, candidates: Iterable<string>): string[] {
  const all = [...candidates];
  const close = nearest(word, all);
  if (close !== null) return [`did you mean “${close}”?`];
  if (all.length === 0) return [];
  return [`known: ${all.slice(0, 20).join(", ")}${all.length > 20 ? ", …" : ""}`];
}
