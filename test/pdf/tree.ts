import { type Mark, PAINTS, type TextLine } from "../../src/pdf/content/marks.ts";
import type { Font } from "../../src/pdf/fonts/font.ts";
import { type ContentKid, type Element, type Kid, setKids } from "../../src/pdf/structure/element.ts";

let lastId = 0;

/** A font that knows the given texts by glyph code. */
export function font(texts: readonly string[] = []): Font {
  return {
    id: 1,
    name: "AAAAAA+Test",
    type: "CIDFontType2",
    embedded: true,
    wide: true,
    widths: { byCode: [], other: 500 },
    texts,
    shown: new Uint8Array(65536),
    actualTexts: new Map(),
  };
}

/** A structure element with kids; texts stand for marks. */
export function element(role: string, kids: (Kid | string)[] = [], more: Partial<Element> = {}): Element {
  const result: Element = {
    kind: "element",
    id: ++lastId,
    role,
    parent: undefined,
    kids: [],
    lang: undefined,
    alt: undefined,
    actualText: undefined,
    name: undefined,
    attributes: [],
    ...more,
  };
  setKids(
    result,
    kids.map((kid) => (typeof kid === "string" ? content(kid) : kid)),
  );
  return result;
}

/** A line of text on a page. */
export function line(text: string, place: Partial<TextLine> = {}): TextLine {
  const at = {
    page: 0,
    startX: 0,
    endX: 100,
    baseline: 700,
    size: 10,
    end: 0,
    needsSpace: false,
    font: font([" "]),
  };
  return { text, ...at, ...place };
}

/** A piece of content: text, or whatever the changes make of it. */
export function content(text: string, more: Partial<Mark> = {}): ContentKid {
  const mark: Mark = {
    stream: 1,
    id: ++lastId,
    page: 0,
    tag: "P",
    begin: 0,
    beginEnd: 0,
    lines: text === "" ? [] : [line(text, { page: more.page ?? 0 })],
    paints: PAINTS.text,
    box: [0, 690, 100, 710],
    artifact: false,
    ...more,
  };
  return { kind: "content", mark };
}

/** A drawing without text. */
export function drawing(more: Partial<Mark> = {}): ContentKid {
  return content("", { paints: PAINTS.path, ...more });
}

/** A tree in brackets: `Document[P[text] L[…]]`, with artifacts left out. */
export function outlineOf(kid: Kid): string {
  if (kid.kind === "annotation") return "@";
  if (kid.kind === "content") return kid.mark.lines.map(({ text }) => text).join("") || "~";
  return `${kid.role}[${kid.kids.map(outlineOf).join(" ")}]`;
}
