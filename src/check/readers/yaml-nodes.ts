import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Tags,
  visit,
  type YAMLParseError,
  type Document as YamlDocument,
} from "yaml";
import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source-file.ts";
import { forbiddenCharacter, forbiddenIn } from "./forbidden.ts";
import { duplicateKey, forbiddenKey } from "./keys.ts";
import type { Document } from "./parsed-file.ts";
import { type Path, pathText } from "./path.ts";

/** An alias may repeat a node so many times: enough for people, too few for an “alias bomb”. */
const MOST_ALIASES = 50;

interface Yaml {
  readonly file: string;
  readonly document: YamlDocument;
  readonly lines: LineCounter;
}

/** Reads YAML 1.2 into nodes that know where they begin, and tells what is wrong with it. */
export function readNodes(file: SourceFile, diagnostics: Diagnostic[]): Document | null {
  const yaml = parseYaml(file);
  const problems = problemsOf(yaml);
  diagnostics.push(...problems);
  return problems.length > 0 ? null : toDocument(yaml, diagnostics);
}

function parseYaml({ path, text }: SourceFile): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    customTags: withoutNumbers,
    resolveKnownTags: false,
    // With “silent”, a second document in the file would be left out without a word.
    logLevel: "error",
  });
  return { file: path, document, lines };
}

function problemsOf(yaml: Yaml): Diagnostic[] {
  const syntax = syntaxProblems(yaml);
  return syntax.length > 0 ? syntax : contentProblems(yaml);
}

function withoutNumbers(tags: Tags): Tags {
  return tags.filter((tag) => typeof tag === "string" || !/:(int|float)$/.test(tag.tag));
}

/** What follows the first mistake in the syntax is mostly its echo; keys given twice are mistakes of their own. */
function syntaxProblems(yaml: Yaml): Diagnostic[] {
  const { errors } = yaml.document;
  const twice = errors.filter(({ code }) => code === "DUPLICATE_KEY");
  const syntax = errors.filter(({ code }) => code !== "DUPLICATE_KEY").slice(0, 1);
  return [...twice, ...syntax].map((problem) => syntaxProblem(problem, yaml));
}

function syntaxProblem({ code, message, pos }: YAMLParseError, yaml: Yaml): Diagnostic {
  const place = placeAt(yaml, pos[0]);
  if (code === "DUPLICATE_KEY") return duplicateKey(keyAt(yaml.document, pos[0]), place);
  // The parser calls itself for every level, and tells of its own end as of a mistake in the file.
  if (/call stack/i.test(message)) return tooDeep(place);
  if (code === "MULTIPLE_DOCS")
    return broken(
      "not valid YAML: a second document begins here",
      place,
      "remove the line ---, or what follows it",
    );
  const hint = "check indentation, colons and quotes here and just before";
  return broken(`not valid YAML: ${firstLine(message)}`, place, hint);
}

function tooDeep(place: Place): Diagnostic {
  return broken("values are nested too deep", place, "look for brackets that are never closed");
}

function broken(message: string, place: Place, hint: string): Diagnostic {
  return error({ code: "broken-yaml", message, place, hints: [hint] });
}

function keyAt(document: YamlDocument, offset: number): string {
  let found = "";
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.range?.[0] === offset) found = String(key.value);
    },
  });
  return found;
}

/** Nothing of ours is nested so deep, and what walks through values calls itself for every level. */
const DEEPEST = 100;

/** Keys that are none, or that have a meaning of their own, characters that nobody sees, values nested too deep. */
function contentProblems(yaml: Yaml): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(yaml.document, {
    Pair: (_, { key }) => {
      if (isNode(key) && !isScalar(key)) found.push(noKey(placeOf(yaml, key)));
      if (isScalar(key) && key.value === "__proto__")
        found.push(forbiddenKey("__proto__", placeOf(yaml, key)));
    },
    Scalar: (_, scalar) => {
      const forbidden = typeof scalar.value === "string" ? forbiddenIn(scalar.value) : null;
      if (forbidden) found.push(forbiddenCharacter(forbidden.code, placeOf(yaml, scalar)));
    },
    Collection: (_, collection, path) => {
      if (path.length <= 2 * DEEPEST) return undefined;
      found.push(tooDeep(placeOf(yaml, collection)));
      return visit.BREAK;
    },
  });
  return found;
}

/** The library would write a list or a mapping out as one line, which not every anchor in it survives. */
function noKey(place: Place): Diagnostic {
  const hint = "write a name before the colon, or quote what stands there";
  return broken("a key is a list, a mapping or an alias", place, hint);
}

function toDocument(yaml: Yaml, diagnostics: Diagnostic[]): Document | null {
  const { file, document } = yaml;
  try {
    return {
      file,
      base: [],
      value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown,
      place: (path) => ({ ...position(yaml, path, valueNode), path: pathText(path) }),
      key: (path) => ({ ...position(yaml, path, keyNode), path: pathText(path) }),
    };
  } catch (cause) {
    // The library throws this, and only this, for aliases that multiply.
    if (!(cause instanceof ReferenceError)) throw cause;
    diagnostics.push(broken("aliases (*name) repeat too much", { file }, "write the values out"));
    return null;
  }
}

type Finder = (document: YamlDocument, path: Path) => Node | null;

function position(yaml: Yaml, path: Path, find: Finder): Place {
  for (let length = path.length; length > 0; length--) {
    const node = find(yaml.document, path.slice(0, length));
    if (node) return placeOf(yaml, node);
  }
  return { file: yaml.file, line: 1, column: 1 };
}

function valueNode(document: YamlDocument, path: Path): Node | null {
  const node = document.getIn(
    path.map((part) => (typeof part === "number" ? part : String(part))),
    true,
  );
  return isNode(node) ? node : null;
}

function keyNode(document: YamlDocument, path: Path): Node | null {
  const parent = path.length === 1 ? document.contents : valueNode(document, path.slice(0, -1));
  if (!isMap(parent)) return valueNode(document, path);
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key : null;
}

function placeOf(yaml: Yaml, { range }: Node): Place {
  return placeAt(yaml, range?.[0] ?? 0);
}

function placeAt({ file, lines }: Yaml, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
}
