import { type Element, type Kid, setKids } from "../pdf/structure/element.ts";

/** Roles that may hold blocks only: text directly in them must be in a paragraph. */
const GROUPING = new Set([
  "Document",
  "Part",
  "Art",
  "Sect",
  "Div",
  "Aside",
  "BlockQuote",
  "DocumentFragment",
]);

/** Roles of pieces of text. */
const INLINE = new Set([
  "Span",
  "Em",
  "Strong",
  "Link",
  "Code",
  "Quote",
  "Reference",
  "Sub",
  "Ruby",
  "Annot",
]);

/** Makes an element of a role with kids; the new element is not yet anybody's kid. */
export type MakeElement = (role: string, kids: Kid[]) => Element;

/**
 * Dissolves the NonStruct elements that the browser wraps around every box and every piece of text (they mean nothing), and puts
 * text that stands directly in a grouping element into paragraphs. Gives the number of paragraphs made.
 */
export function mendParagraphs(structure: Element, make: MakeElement): number {
  let count = 0;
  settle(structure, (role, kids) => {
    count++;
    return make(role, kids);
  });
  return count;
}

function settle(element: Element, make: MakeElement): void {
  setKids(element, GROUPING.has(element.role) ? blocksOf(element, make) : element.kids.flatMap(dissolve));
  for (const kid of element.kids) if (kid.kind === "element") settle(kid, make);
}

/** The kids of a grouping element as blocks: runs of inline kids become paragraphs. */
function blocksOf(element: Element, make: MakeElement): Kid[] {
  const blocks: Kid[] = [];
  let run: Kid[] = [];
  const endRun = (): void => {
    if (run.length > 0) blocks.push(make("P", run));
    run = [];
  };
  for (const kid of element.kids.flatMap((inner) => openBox(inner, make))) {
    if (isInline(kid)) run.push(...dissolve(kid));
    else {
      endRun();
      blocks.push(kid);
    }
  }
  endRun();
  return blocks;
}

/** Whether an element says nothing by itself. */
function isTransparent(element: Element): boolean {
  return element.role === "NonStruct" && !hasProperties(element);
}

function hasProperties({ lang, alt, actualText, name, attributes }: Element): boolean {
  return (lang ?? alt ?? actualText ?? name) !== undefined || attributes.length > 0;
}

function isInline(kid: Kid): boolean {
  if (kid.kind !== "element") return true;
  return INLINE.has(kid.role) || (kid.role === "NonStruct" && kid.kids.every(isInline));
}

/** A piece of text; a NonStruct that says something, if only a language, becomes a Span. */
function dissolve(kid: Kid): Kid[] {
  if (kid.kind !== "element") return [kid];
  if (isTransparent(kid)) return kid.kids.flatMap(dissolve);
  if (kid.role === "NonStruct") kid.role = "Span";
  return [kid];
}

/** A box in a grouping element: one with blocks in it is opened, one with text is a paragraph; a mere piece of text stays. */
function openBox(kid: Kid, make: MakeElement): Kid[] {
  if (kid.kind !== "element" || kid.role !== "NonStruct") return [kid];
  if (hasProperties(kid)) {
    kid.role = isInline(kid) ? "P" : "Div";
    return [kid];
  }
  const holdsBoxes = kid.kids.length > 0 && kid.kids.every(isBox);
  if (holdsBoxes || !isInline(kid)) return kid.kids.flatMap((inner) => openBox(inner, make));
  return isBox(kid) ? [make("P", kid.kids.flatMap(dissolve))] : [kid];
}

/** Text is a NonStruct with nothing but content in it; a box around text has that for a kid. */
function isBox(kid: Kid): boolean {
  return (
    kid.kind === "element" && kid.role === "NonStruct" && kid.kids.some((inner) => inner.kind === "element")
  );
}
