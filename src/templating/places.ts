import type { Place } from "../model/diagnostic.ts";

/** Attributes that stand in composed HTML until it is linted: where a template writes the element, and where that template was called. */
const WRITTEN_AT = "data-at";
const CALLED_FROM = "data-from";

const MARKS = new RegExp(` (?:${WRITTEN_AT}|${CALLED_FROM})="[^"]*"`, "g");
const TAG = /<[a-z][\w-]*/gi;

/** Marks every element of a parsed template with the place of its tag. The template's own places stay as they are. */
export function markElements(program: hbs.AST.Program, file: string): hbs.AST.Program {
  for (const statement of program.body) {
    const { program: inner, inverse } = statement as Partial<hbs.AST.BlockStatement>;
    if (inner) markElements(inner, file);
    if (inverse) markElements(inverse, file);
    if (statement.type === "ContentStatement") markContent(statement as hbs.AST.ContentStatement, file);
  }
  return program;
}

/** `value` is `original` without the white space that its neighbours ask to drop: the same tags. */
function markContent(content: hbs.AST.ContentStatement, file: string): void {
  const { start } = content.loc;
  const places = [...content.original.toString().matchAll(TAG)].map(({ index }) => {
    const before = content.original.toString().slice(0, index).split("\n");
    const last = before.at(-1)?.length ?? 0;
    return before.length === 1
      ? `${file}:${start.line}:${start.column + last + 1}`
      : `${file}:${start.line + before.length - 1}:${last + 1}`;
  });
  let tag = 0;
  content.value = content.value.replace(TAG, (found) => `${found} ${WRITTEN_AT}="${places[tag++] ?? file}"`);
}

/** Marks the first element of rendered HTML with the place of the call that rendered it. */
export function calledFrom(html: string, { file, line, column }: Place): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return html.replace(` ${WRITTEN_AT}=`, () => ` ${CALLED_FROM}="${place}" ${WRITTEN_AT}=`);
}

/** HTML without its marks. */
export function withoutMarks(html: string): string {
  return html.replace(MARKS, "");
}

/** Where an element comes from. */
export interface Origin {
  readonly at: Place | null;
  readonly from: string | null;
}

/** What an element's marks say. */
export function originOf(attributes: ReadonlyMap<string, string>): Origin {
  const [, file, line, column] = /^(.+):(\d+):(\d+)$/.exec(attributes.get(WRITTEN_AT) ?? "") ?? [];
  const at = file === undefined ? null : { file, line: Number(line), column: Number(column) };
  return { at, from: attributes.get(CALLED_FROM) ?? null };
}

/** Whether an attribute is a mark. */
export function isMark(name: string): boolean {
  return name === WRITTEN_AT || name === CALLED_FROM;
}
