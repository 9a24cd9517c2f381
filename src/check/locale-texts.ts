import { type Diagnostic, error } from "../model/diagnostic.ts";
import { hashOf } from "../model/hash.ts";
import type { Memo } from "../model/memo.ts";
import type { Text } from "../model/report.ts";
import type { SourceFile } from "../model/source-file.ts";
import { type Document, parse } from "./readers/document.ts";
import { readJson } from "./readers/json.ts";
import type { Path } from "./readers/path.ts";
import { type TextTree, textsSchema } from "./schemas/locale.ts";

/** A text as it is remembered: what it says, its path in the file, and the line and the column of its place. */
type KeptText = readonly [template: string, path: string, line: number, column: number];

/** The texts of a file with their places. Those of a file in which nothing is wrong are remembered by what it holds. */
export function keptTextsOf(file: SourceFile, memo: Memo, diagnostics: Diagnostic[]): Text[] {
  const before = diagnostics.length;
  let found: Text[] | null = null;
  const kept = memo.once<readonly KeptText[] | null>(
    "parsed texts",
    () => hashOf(file.text),
    () => {
      const document = readJson(file, diagnostics);
      found = textsOf(document, diagnostics);
      return document && diagnostics.length === before ? found.map(toKept) : null;
    },
    (made) => made !== null,
  );
  return found ?? (kept ?? []).map((text) => revived(text, file.path));
}

function toKept({ template, place: { path = "", line = 1, column = 1 } }: Text): KeptText {
  return [template, path, line, column];
}

function revived([template, path, line, column]: KeptText, file: string): Text {
  return { key: `${prefixOf(file)}.${path}`, template, place: { file, line, column, path } };
}

/** The texts of a document with their places; none where it is no tree of texts. */
export function textsOf(document: Document | null, diagnostics: Diagnostic[]): Text[] {
  const tree = document && parse(textsSchema, document, diagnostics);
  if (!tree) return [];
  const prefix = prefixOf(document.file);
  return flatten(tree, []).map(({ path, template }) => {
    const text = { key: [prefix, ...path].join("."), template, place: document.place(path) };
    if (template.length <= LONGEST) return text;
    diagnostics.push(tooLong(text));
    return { ...text, template: template.slice(0, LONGEST) };
  });
}

/** What the keys of a file's texts begin with: its name. */
function prefixOf(file: string): string {
  return file.replace(/^.*\/|\.json$/g, "");
}

/** A text of three printed pages; what judges texts looks back and forth, and takes four times as long for twice as much. */
const LONGEST = 10_000;

function tooLong({ key, template, place }: Text): Diagnostic {
  return error({
    code: "text-too-long",
    message: `${key} has ${template.length} characters; a text may have ${LONGEST}`,
    place,
    hints: ["make paragraphs of it, each a text of its own"],
  });
}

function flatten(tree: TextTree, path: Path): { path: Path; template: string }[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [{ path: [...path, key], template: value }] : flatten(value, [...path, key]),
  );
}
