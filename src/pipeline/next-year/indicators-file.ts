import { type Document, isMap, type YAMLMap } from "yaml";
import type { Report } from "../../model/report.ts";
import { entriesOf, mapAt, openYaml, takeOut, yamlText } from "./yaml-edit.ts";
import { movedName, movedValue, type Step } from "./years.ts";

/**
 * The new year's `indicators.yaml`: the same ids, units and sources, and no values but those that are certain. `computed` are taken out:
 * they follow from other figures now.
 */
export function newIndicators(
  text: string,
  { figures }: Report,
  { step, computed }: { readonly step: Step; readonly computed: ReadonlySet<string> },
): string {
  const document = openYaml(text);
  const indicators = mapAt(document, ["indicators"]);
  for (const { key, pair } of entriesOf(indicators)) {
    const figure = figures.get(key);
    if (computed.has(key) && indicators) takeOut(indicators, key);
    else if (isMap(pair.value)) empty(document, pair.value, (figure && movedValue(figure, step)) ?? null);
  }
  for (const { pair } of entriesOf(indicators)) if (isMap(pair.value)) moveSource(pair.value, step);
  return yamlText(document);
}

/** Takes the old value out; where it stood stands the new one, or that it is missing. */
function empty(document: Document, entry: YAMLMap, value: string | null): void {
  entry.delete("value");
  entry.delete("status");
  const written = value !== null && /^\d+$/.test(value) ? Number(value) : value;
  const first =
    written === null ? document.createPair("status", "missing") : document.createPair("value", written);
  entry.items.unshift(first);
}

function moveSource(entry: YAMLMap, step: Step): void {
  entry.set("source", movedName(String(entry.get("source")), step));
}
