import { textString } from "../pdf/objects/strings.ts";
import { isString, type Value } from "../pdf/objects/values.ts";
import { attributesOf, descendants, type Element } from "../pdf/structure/element.ts";

/**
 * Renames the elements that table cells refer to, `creation-n1`, `creation-n2`, … in reading order: the browser's own names differ from
 * run to run, and no two parts of a document may use one name. A reference to an element that is no more is dropped. Gives the
 * number of names.
 */
export function renameElements(structure: Element, part: string): number {
  const names = new Map<string, string>();
  const elements = descendants(structure);
  for (const element of elements) {
    if (element.name === undefined) continue;
    const name = `${part}-n${names.size + 1}`;
    names.set(element.name, name);
    element.name = name;
  }
  for (const element of elements) {
    const table = attributesOf(element, "Table");
    const headers = table?.get("Headers");
    if (Array.isArray(headers))
      table?.set(
        "Headers",
        headers.flatMap((header) => renamed(header, names)),
      );
  }
  return names.size;
}

function renamed(header: Value, names: ReadonlyMap<string, string>): Value[] {
  const name = isString(header) ? names.get(header.bytes) : undefined;
  return name === undefined ? [] : [textString(name)];
}
