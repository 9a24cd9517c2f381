import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source-file.ts";
import type { Document, Path } from "./document.ts";

/** Reads JSON (strictly: no comments, no trailing commas) with the place of every value; a key given twice is an error. */
export function readJson(file: SourceFile, diagnostics: Diagnostic[]): Document | null {
  const problems: ParseError[] = [];
  const root = parseTree(file.text, problems, { disallowComments: true, allowTrailingComma: false });
  const placeAt = lineIndex(file);
  for (const { error: code, offset } of problems)
    diagnostics.push(
      error({
        code: "broken-json",
        message: `not valid JSON: ${words(printParseErrorCode(code))}`,
        place: placeAt(offset),
        hints: ["check commas, quotes and brackets just before this place"],
      }),
    );
  if (!root || problems.length > 0) return null;
  const before = diagnostics.length;
  findDuplicates(root, placeAt, diagnostics);
  if (diagnostics.length > before) return null;
  return {
    file: file.path,
    value: getNodeValue(root) as unknown,
    place: (path) => ({ ...placeAt(offsetOf(root, path)), path: path.map(String).join(".") }),
  };
}

function offsetOf(root: Node, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const segments = path.slice(0, length).map((part) => (typeof part === "number" ? part : String(part)));
    const node = findNodeAtLocation(root, segments);
    if (node) return node.offset;
  }
  return root.offset;
}

function findDuplicates(node: Node, placeAt: (offset: number) => Place, diagnostics: Diagnostic[]): void {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = child.type === "property" ? child.children?.[0] : undefined;
    if (key && seen.has(key.value))
      diagnostics.push(
        error({
          code: "duplicate-key",
          message: `the key “${String(key.value)}” is given twice`,
          place: placeAt(key.offset),
          hints: ["keep one of the two"],
        }),
      );
    if (key) seen.add(key.value);
    findDuplicates(child, placeAt, diagnostics);
  }
}

/** Turns offsets into lines and columns. */
function lineIndex({ path, text }: SourceFile): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { file: path, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** `CommaExpected` → “comma expected”. */
function words(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
