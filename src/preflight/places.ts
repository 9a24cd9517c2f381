import type { Placed } from "./text/compare.ts";

/** Labels of the pages on which texts begin, by key; an exhibit stands where its title does. Lines of the contents list do not count. */
export function placesOf(placed: readonly Placed[], labels: readonly string[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { expected, found } of placed) {
    const label = labels[found.page];
    if (expected.key === null || expected.role === "contents" || label === undefined) continue;
    if (!places.has(expected.key)) places.set(expected.key, label);
  }
  return places;
}
