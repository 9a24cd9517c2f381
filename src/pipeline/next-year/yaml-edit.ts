import {
  type Document,
  isMap,
  isScalar,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/** A YAML file to be edited with its comments kept. The file has passed its checks. */
export function openYaml(text: string): Document {
  return parseDocument(text, { logLevel: "silent" });
}

/** The text of an edited file; long lines are not folded and lists are written `[a, b]`, so that only what was edited differs. */
export function yamlText(document: Document): string {
  visit(document, { Seq: (_, list) => void (list.flow && tighten(list)) });
  return document.toString({ lineWidth: 0 });
}

/** The library pads mappings and lists alike; people write `{ a: 1 }` and `[a, b]`. */
function tighten(list: YAMLSeq): void {
  const write = list.toString;
  list.toString = (context, ...rest) =>
    write.call(list, context && { ...context, flowCollectionPadding: "" }, ...rest);
}

/** The mapping at a path; null where there is none. */
export function mapAt(document: Document, path: readonly string[]): YAMLMap | null {
  const node = document.getIn(path, true);
  return isMap(node) ? node : null;
}

/** The entries of a mapping whose keys are words. */
export function entriesOf(map: YAMLMap | null): { readonly key: string; readonly pair: Pair }[] {
  return (map?.items ?? []).map((pair) => ({ key: keyOf(pair), pair }));
}

/** A pair's key as text. */
export function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** A place for a value that a person has to fill in: nothing, and a comment that says what. */
export function blank(comment: string): Scalar {
  const scalar = new Scalar<null>(null);
  scalar.source = "";
  scalar.comment = ` ${comment}`;
  return scalar;
}

/** Takes an entry out of a mapping; a comment above it stays, above the next entry. */
export function takeOut(map: YAMLMap, key: string): void {
  const index = map.items.findIndex((pair) => keyOf(pair) === key);
  const own = map.items[index]?.key;
  const next = map.items[index + 1]?.key;
  if (isScalar(own) && isScalar(next)) {
    next.commentBefore = [own.commentBefore, next.commentBefore].filter(Boolean).join("\n") || null;
    next.spaceBefore = own.spaceBefore || next.spaceBefore || false;
  }
  if (index >= 0) map.items.splice(index, 1);
}
