import {
  INLINE_TAGS,
  type Inline,
  type InlineTag,
  REFERENCE_TARGETS,
  type ReferenceTarget,
} from "./inline.ts";

/** Control characters that stand around the index of a printed figure; texts may not hold them. */
export const FIGURE_START = "\u0001";
/** See {@link FIGURE_START}. */
export const FIGURE_END = "\u0002";

/** The figures printed into a text, in the order of their marks. */
export type PrintedFigure = Extract<Inline, { kind: "figure" }>;

/** A text's pieces, or what is wrong with its markup and where. */
export type Markup =
  | { readonly nodes: readonly Inline[]; readonly problem: null }
  | { readonly nodes: null; readonly problem: { readonly message: string; readonly offset: number } };

const TOKEN = new RegExp(
  String.raw`<(\/?)([a-z]+)>|<see (table|chart|section)=([\w.-]+)\/>|<|${FIGURE_START}(\d+)${FIGURE_END}`,
  "g",
);

const ALLOWED = [
  ...INLINE_TAGS.map((tag) => `<${tag}>`),
  ...REFERENCE_TARGETS.map((target) => `<see ${target}=…/>`),
];

interface OpenElement {
  readonly tag: InlineTag | null;
  readonly children: Inline[];
}

/**
 * Parses `<cite>`, `<em>` and `<strong>`, properly nested, cross-references (`<see table=patents_valid/>`, `<see chart=…/>`,
 * `<see section=creation.patents/>`) and the marks of printed figures. Every other `<` is a problem.
 */
export function parseMarkup(text: string, figures: readonly PrintedFigure[] = []): Markup {
  const stack: OpenElement[] = [{ tag: null, children: [] }];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const top = stack.at(-1);
    if (!top) break;
    addText(top, text.slice(end, match.index));
    const problem = take(match, stack, figures);
    if (problem) return { nodes: null, problem: { message: problem, offset: match.index } };
    end = match.index + match[0].length;
  }
  const [root, open] = stack;
  if (open) return { nodes: null, problem: { message: `<${open.tag}> is not closed`, offset: text.length } };
  if (root) addText(root, text.slice(end));
  return { nodes: root?.children ?? [], problem: null };
}

function addText({ children }: OpenElement, text: string): void {
  if (text !== "") children.push({ kind: "text", text });
}

/** Takes one token; returns what is wrong with it. */
function take(
  [whole, slash, name, to, id = "", mark]: RegExpMatchArray,
  stack: OpenElement[],
  figures: readonly PrintedFigure[],
): string | null {
  const top = stack.at(-1);
  const figure = mark === undefined ? undefined : figures[Number(mark)];
  if (figure) {
    top?.children.push(figure);
    return null;
  }
  const target = REFERENCE_TARGETS.find((known) => known === to);
  if (target) {
    top?.children.push(reference(target, id));
    return null;
  }
  const tag = INLINE_TAGS.find((known) => known === name);
  if (!tag) return `“${whole}” is not allowed here; a text may hold ${ALLOWED.join(", ")}`;
  if (slash === "") {
    stack.push({ tag, children: [] });
    return null;
  }
  if (top?.tag !== tag) return `</${tag}> closes nothing`;
  stack.pop();
  stack.at(-1)?.children.push({ kind: tag, children: top.children });
  return null;
}

function reference(to: ReferenceTarget, id: string): Inline {
  return { kind: "see", to, id, text: `→ ${id}`, link: null };
}
