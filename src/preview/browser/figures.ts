/** A figure in a run of text: from and to which character, its reference, its format. */
type Mark = readonly [start: number, end: number, ref: string, format: string];

/** Where an element keeps the marks of the figures in its text. */
const KEPT = "data-figures";

/**
 * Takes the elements around figures in running text away, and keeps beside the text what they said: the print has none, and a line may
 * break elsewhere where an element begins or ends (spaces between scripts, kerning). Works on a parsed document that is not shown.
 */
export function unwrapFigures(body: Element): void {
  const figures = [...body.querySelectorAll("[data-text] [data-figure]")];
  const parents = new Set(figures.flatMap(({ parentElement }) => parentElement ?? []));
  for (const parent of parents) {
    const marks: Mark[] = [];
    let at = 0;
    for (const child of [...parent.childNodes]) {
      const length = child.textContent?.length ?? 0;
      if (isElement(child) && child.hasAttribute("data-figure")) {
        const { figure = "", format = "" } = (child as HTMLElement).dataset;
        marks.push([at, at + length, figure, format]);
        child.replaceWith(...child.childNodes);
      }
      at += length;
    }
    parent.normalize();
    parent.setAttribute(KEPT, JSON.stringify(marks));
  }
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** A figure's place on the sheet: an empty element over its characters that can be pointed at and come to with Tab. */
interface Spot {
  readonly element: HTMLElement;
  readonly rects: readonly DOMRect[];
  /** What its place is counted from. */
  readonly origin: DOMRect;
}

/**
 * Puts an element over each figure of a shown document's running text; those that are there already are put in their place. They stand beside
 * the text, not in it: `text-wrap: pretty` sets a paragraph otherwise that holds anything but text.
 */
export function laySpots(view: Document, scale: number): void {
  // All is read before anything is moved: one layout for all figures.
  const spots = [...view.querySelectorAll<HTMLElement>(".wp-run")].flatMap(spotsIn);
  for (const spot of spots) place(spot, scale);
}

function spotsIn(run: HTMLElement): Spot[] {
  const origin = run.getBoundingClientRect();
  const found = [...run.querySelectorAll<HTMLElement>(`[${KEPT}]`)].flatMap((text) => {
    const marks = JSON.parse(text.getAttribute(KEPT) ?? "[]") as Mark[];
    const rects = rectsOf(text, marks);
    return marks.map((mark, index) => ({ text, mark, rects: rects[index] ?? [] }));
  });
  const layer = run.querySelector(":scope > .wp-spots") ?? run.appendChild(newLayer(run.ownerDocument));
  while (layer.children.length > found.length) layer.lastElementChild?.remove();
  return found.map(({ text, mark, rects }, index) => {
    const element = (layer.children[index] ?? layer.appendChild(newSpot(run.ownerDocument))) as HTMLElement;
    tell(element, text, mark);
    return { element, rects, origin };
  });
}

function newLayer(view: Document): HTMLElement {
  const layer = view.createElement("div");
  layer.className = "wp-spots";
  return layer;
}

function newSpot(view: Document): HTMLElement {
  const spot = view.createElement("span");
  spot.className = "wp-spot";
  spot.setAttribute("role", "note");
  return spot;
}

/** Says which figure a spot shows, and in which text (`data-in`). */
function tell(spot: HTMLElement, text: HTMLElement, [start, end, ref, format]: Mark): void {
  spot.dataset.figure = ref;
  spot.dataset.format = format;
  spot.dataset.in = text.closest<HTMLElement>("[data-text]")?.dataset.text ?? "";
  spot.setAttribute("aria-label", (text.textContent ?? "").slice(start, end));
  if (text.closest("main")) spot.tabIndex = 0;
  else spot.removeAttribute("tabindex");
}

function rectsOf(text: Element, marks: readonly Mark[]): DOMRect[][] {
  const range = text.ownerDocument.createRange();
  const walker = text.ownerDocument.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let [node, before] = [walker.nextNode() as Text | null, 0];
  const seek = (at: number, atEnd: boolean) => {
    while (node && (atEnd ? at > before + node.length : at >= before + node.length)) {
      before += node.length;
      node = walker.nextNode() as Text | null;
    }
    return node;
  };
  return marks.map(([start, end]) => {
    const first = seek(start, false);
    if (first) range.setStart(first, start - before);
    const last = seek(end, true);
    if (!first || !last) return [];
    range.setEnd(last, end - before);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  });
}

/** A figure may go on in the next line: then its spot has a part there. */
function place({ element, rects, origin }: Spot, scale: number): void {
  const [first, ...more] = rects;
  element.hidden = first === undefined;
  if (!first) return;
  box(element, first, origin, scale);
  while (element.children.length > more.length) element.lastElementChild?.remove();
  while (element.children.length < more.length) element.append(element.ownerDocument.createElement("span"));
  for (const [index, rect] of more.entries()) box(element.children[index] as HTMLElement, rect, first, scale);
}

function box({ style }: HTMLElement, rect: DOMRect, from: DOMRect, scale: number): void {
  style.left = `${(rect.left - from.left) / scale}px`;
  style.top = `${(rect.top - from.top) / scale}px`;
  style.width = `${rect.width / scale}px`;
  style.height = `${rect.height / scale}px`;
}
