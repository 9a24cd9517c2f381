import { isNode, LineCounter, parseDocument, type Tags, type Document as YamlDocument } from "yaml";
import { type Diagnostic, error } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source-file.ts";
import type { Document, Path } from "./document.ts";

/** An alias may repeat a node so many times: enough for people, too few for an “alias bomb”. */
const MOST_ALIASES = 50;

/**
 * Reads YAML 1.2. Numbers stay text, as written: `28.40` keeps its two places and no digit is lost to
 * floating point; schemas turn them into numbers where that is meant.
 */
export function readYaml(file: SourceFile, diagnostics: Diagnostic[]): Document | null {
  const lines = new LineCounter();
  const document = parseDocument(file.text, {
    lineCounter: lines,
    customTags: withoutNumbers,
    logLevel: "silent",
  });
  for (const problem of document.errors) {
    const { line, col } = lines.linePos(problem.pos[0]);
    diagnostics.push(
      error({
        code: problem.code === "DUPLICATE_KEY" ? "duplicate-key" : "broken-yaml",
        message: `not valid YAML: ${firstLine(problem.message)}`,
        place: { file: file.path, line, column: col },
        hints:
          problem.code === "DUPLICATE_KEY"
            ? ["keep one of the two"]
            : ["check indentation, colons and quotes"],
      }),
    );
  }
  if (document.errors.length > 0) return null;
  return toDocument(file, document, lines, diagnostics);
}

function toDocument(
  file: SourceFile,
  document: YamlDocument,
  lines: LineCounter,
  diagnostics: Diagnostic[],
): Document | null {
  try {
    return {
      file: file.path,
      value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown,
      place: (path) => ({
        file: file.path,
        ...position(document, lines, path),
        path: path.map(String).join("."),
      }),
    };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    diagnostics.push(
      error({ code: "broken-yaml", message: `not valid YAML: ${message}`, place: { file: file.path } }),
    );
    return null;
  }
}

function withoutNumbers(tags: Tags): Tags {
  return tags.filter((tag) => typeof tag === "string" || !/:(int|float)$/.test(tag.tag));
}

function position(document: YamlDocument, lines: LineCounter, path: Path): { line: number; column: number } {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length).map(toKey), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

function toKey(part: PropertyKey): string | number {
  return typeof part === "number" ? part : String(part);
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
}
