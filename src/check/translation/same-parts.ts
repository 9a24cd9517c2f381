import { placeholders } from "../../model/placeholder.ts";

/** What a translation has less and more of than the English text; each entry once for every time. */
export interface Difference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

function difference(source: readonly string[], translated: readonly string[]): Difference {
  const left = [...translated];
  const missing = source.filter((part) => {
    const at = left.indexOf(part);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
  return { missing, extra: left };
}

/** The figures or variables that two templates do not share; formats may differ. */
export function placeholderDifference(source: string, translated: string): Difference {
  const refs = (template: string) => placeholders(template).map(({ ref }) => ref);
  return difference(refs(source), refs(translated));
}

/** The inline elements that two templates do not share. */
export function markupDifference(source: string, translated: string): Difference {
  const tags = (template: string) => template.match(/<[a-z]+>|<see [^<>]*>/g) ?? [];
  return difference(tags(source), tags(translated));
}

/** Formats whose words follow the figure's sign. */
const DIRECTED = new Set(["change", "yoy", "difference", "measuredDifference", "points"]);

/** Figures that the English prints with their direction, and the translation never does: its words may contradict the sign. */
export function lostDirections(source: string, translated: string): string[] {
  const refs = (template: string) =>
    placeholders(template)
      .filter(({ format }) => format !== null && DIRECTED.has(format))
      .map(({ ref }) => ref);
  const kept = new Set(refs(translated));
  const present = new Set(placeholders(translated).map(({ ref }) => ref));
  return [...new Set(refs(source))].filter((ref) => present.has(ref) && !kept.has(ref));
}
