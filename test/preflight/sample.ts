import type { Block } from "../../src/model/block.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { TextLine } from "../../src/pdf/content/marks.ts";
import type { Element } from "../../src/pdf/structure/element.ts";
import { type Complaints, createComplaints } from "../../src/preflight/complaints.ts";
import type { FoundBlock } from "../../src/preflight/reading/found-blocks.ts";

/** A structure element with nothing in it. */
export function element(role: string, kids: Element["kids"] = [], more: Partial<Element> = {}): Element {
  const made: Element = {
    kind: "element",
    id: 1,
    role,
    parent: undefined,
    kids,
    lang: undefined,
    alt: undefined,
    actualText: undefined,
    name: undefined,
    attributes: [],
    ...more,
  };
  for (const kid of kids) if (kid.kind === "element") kid.parent = made;
  return made;
}

const FONT = {
  id: 1,
  name: "AAAAAA+Sample-Regular",
  type: "CIDFontType2",
  embedded: true,
  wide: true,
  widths: { byCode: [], other: 1000 },
  texts: [],
  shown: new Uint8Array(),
  actualTexts: new Map<number, string>(),
};

/** A line of ten-point text that begins at the left margin, one below the other. */
export function line(text: string, index = 0, more: Partial<TextLine> = {}): TextLine {
  return {
    text,
    page: 0,
    startX: 70,
    endX: 70 + text.length * 5,
    baseline: 700 - index * 15,
    size: 10,
    font: FONT,
    end: 0,
    needsSpace: false,
    ...more,
  };
}

/** A block as it was read, with these lines. */
export function found(lines: readonly (string | TextLine)[], role = "P"): FoundBlock {
  let text = "";
  const placed = lines.map((item, index) => {
    const start = text.length;
    const made = typeof item === "string" ? line(item, index) : item;
    text += made.text;
    return { line: made, start };
  });
  return { element: element(role), lang: "", text, lines: placed, page: placed[0]?.line.page ?? -1 };
}

/** A block as it should be. */
export function block(text: string, more: Partial<Block> = {}): Block {
  return {
    role: "paragraph",
    key: "chapter.p1",
    id: null,
    language: "en",
    text,
    number: "",
    figures: null,
    ...more,
  };
}

/** Complaints of an English edition with three pages: i, 1 and 2. */
export function complaints(): Complaints {
  return createComplaints({ language: "en", labels: ["i", "1", "2"], placeOf: () => undefined });
}

/** The codes of diagnostics. */
export function codesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => code);
}
