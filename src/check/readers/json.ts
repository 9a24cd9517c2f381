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
import { duplicateKey, forbiddenKey } from "./keys.ts";
import { lineIndex, type PlaceAt } from "./lines.ts";
import { once } from "./once.ts";
import { type Path, pathText } from "./path.ts";

/** Reads JSON (strictly: no comments, no trailing commas) with the place of every value; a key given twice is an error. */
export const readJson = once((file, diagnostics) => {
  const placeAt = lineIndex(file);
  const root = parseTreeOf(file, placeAt, diagnostics);
  return (
    root && {
      file: file.path,
      base: [],
      value: getNodeValue(root) as unknown,
      place: (path) => ({ ...placeAt(offsetOf(root, path, valueNode)), path: pathText(path) }),
      key: (path) => ({ ...placeAt(offsetOf(root, path, keyNode)), path: pathText(path) }),
    }
  );
});

/** The values with their places; null where something is wrong, which is told. */
function parseTreeOf(file: SourceFile, placeAt: PlaceAt, diagnostics: Diagnostic[]): Node | null {
  const problems: Diagnostic[] = [];
  const root = parseText(file, placeAt, problems);
  if (root && problems.length === 0) findWrongKeys(root, placeAt, problems);
  diagnostics.push(...problems);
  return root && problems.length === 0 ? root : null;
}

function parseText({ path, text }: SourceFile, placeAt: PlaceAt, problems: Diagnostic[]): Node | undefined {
  const found: ParseError[] = [];
  const root = parseDeep(path, () =>
    parseTree(text, found, { disallowComments: true, allowTrailingComma: false }),
  );
  if (root && "severity" in root) {
    problems.push(root);
    return undefined;
  }
  // What follows the first problem is mostly its echo.
  for (const { error: code, offset } of found.slice(0, 1))
    problems.push(
      error({
        code: "broken-json",
        message: `not valid JSON: ${words(printParseErrorCode(code))}`,
        place: placeAt(offset),
        hints: ["check commas, quotes and brackets just before this place"],
      }),
    );
  return root;
}

/** The parser calls itself for every level: a file of nothing but brackets would end the program. */
function parseDeep(file: string, parse: () => Node | undefined): Node | Diagnostic | undefined {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return tooDeep({ file });
  }
}

const TOO_DEEP = "values are nested too deep";

function tooDeep(place: Place): Diagnostic {
  return error({
    code: "broken-json",
    message: TOO_DEEP,
    place,
    hints: ["look for brackets that are never closed"],
  });
}

type Finder = (root: Node, path: Path) => Node | undefined;

function offsetOf(root: Node, path: Path, find: Finder): number {
  for (let length = path.length; length > 0; length--) {
    const node = find(root, path.slice(0, length));
    if (node) return node.offset;
  }
  return root.offset;
}

function valueNode(root: Node, path: Path): Node | undefined {
  return findNodeAtLocation(
    root,
    path.map((part) => (typeof part === "number" ? part : String(part))),
  );
}

function keyNode(root: Node, path: Path): Node | undefined {
  const node = valueNode(root, path);
  return node?.parent?.type === "property" ? node.parent.children?.[0] : node;
}

/** Nothing of ours is nested so deep, and what walks through values calls itself for every level. */
const DEEPEST = 100;

function findWrongKeys(node: Node, placeAt: PlaceAt, problems: Diagnostic[], depth = 0): void {
  if (depth > 2 * DEEPEST) {
    problems.push(tooDeep(placeAt(node.offset)));
    return;
  }
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = child.type === "property" ? child.children?.[0] : undefined;
    if (key && seen.has(key.value)) problems.push(duplicateKey(String(key.value), placeAt(key.offset)));
    if (key?.value === "__proto__") problems.push(forbiddenKey("__proto__", placeAt(key.offset)));
    if (key) seen.add(key.value);
    findWrongKeys(child, placeAt, problems, depth + 1);
    if (problems.at(-1)?.message === TOO_DEEP) return;
  }
}

/** `CommaExpected` → “comma expected”. */
function words(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
