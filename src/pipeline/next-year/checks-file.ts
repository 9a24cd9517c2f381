import { type Document, isMap, isScalar, type Pair, visit } from "yaml";
import type { Change } from "./growth.ts";
import { mapAt, openYaml, yamlText } from "./yaml-edit.ts";
import { movedName, type Step } from "./years.ts";

/** What the new year's checks are made with. */
export interface ChecksRequest {
  readonly step: Step;
  readonly changes: readonly Change[];
  readonly moveReference: (ref: string) => string;
  /** Whether a reference is a row of a series: its year before stands in the same table. */
  readonly inSeries: (ref: string) => boolean;
}

const HEADING = " Changes from the previous year, computed from its figures as they are now.";

/** The new year's `checks.yaml`: the same checks, and formulas for the changes from the year before; null where there is nothing in it. */
export function newChecks(text: string | null, request: ChecksRequest): string | null {
  if (text === null && request.changes.length === 0) return null;
  const document = openYaml(text ?? "derived: {}\n");
  moveReferences(document, request);
  addFormulas(document, request);
  return yamlText(document);
}

function moveReferences(document: Document, { moveReference, step }: ChecksRequest): void {
  visit(document, {
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === "source" && isScalar(pair.value))
        pair.value.value = movedName(String(pair.value.value), step);
    },
    Scalar: (where, node) => {
      if (where !== "key" && typeof node.value === "string") node.value = moveReference(node.value);
    },
  });
}

function addFormulas(document: Document, request: ChecksRequest): void {
  if (request.changes.length === 0) return;
  const derived = mapAt(document, ["derived"]);
  if (!derived) {
    const first = document.createPair("derived", {});
    if (isMap(document.contents)) document.contents.items.unshift(first);
    addFormulas(document, request);
    return;
  }
  derived.flow = false;
  const pairs = request.changes.map((change) => formula(document, change, request));
  const [first] = pairs;
  if (isScalar(first?.key))
    Object.assign(first.key, { commentBefore: HEADING, spaceBefore: derived.items.length > 0 });
  derived.items.push(...pairs);
}

function formula(document: Document, change: Change, { step, moveReference, inSeries }: ChecksRequest): Pair {
  const { ref, value, unit, places, source } = change;
  const base = inSeries(value) ? value : `previous.${value}`;
  const entry = document.createNode({
    formula: change.formula,
    value: moveReference(value),
    base,
    unit,
    ...(places === null ? {} : { places }),
    source: movedName(source, step),
  });
  if (isMap(entry)) entry.flow = true;
  return document.createPair(document.createNode(ref), entry);
}
