import type { EditionMessage, PageSelector } from "../messages.ts";

/** Space between two sheets, in CSS pixels; `frame.css` has the same. */
const GAP = 28;

/**
 * Puts runs of pages with one name into boxes: `div.wp-run > div.wp-flow` with the content in columns of the page's size, and beside it
 * the empty `div.wp-sheets`. Works on a parsed document that is not shown.
 */
export function wrapRuns(body: Element, selectors: readonly PageSelector[]): void {
  for (const blocks of runsIn(body, selectors)) {
    const [first] = blocks;
    if (!first) continue;
    const run = body.ownerDocument.createElement("div");
    run.className = "wp-run";
    run.dataset.page = pageOf(first, selectors);
    const [flow, sheets] = [body.ownerDocument.createElement("div"), body.ownerDocument.createElement("div")];
    flow.className = "wp-flow";
    sheets.className = "wp-sheets";
    sheets.ariaHidden = "true";
    first.before(run);
    flow.append(...blocks);
    run.append(sheets, flow);
  }
}

/** Neighbouring elements that stand on pages of the same name. An element is divided when elements in it name their pages. */
function runsIn(parent: Element, selectors: readonly PageSelector[]): Element[][] {
  const runs: Element[][] = [];
  let open: Element[] | null = null;
  for (const child of parent.children) {
    if (pageOf(child, selectors) === "" && holdsPages(child, selectors)) {
      runs.push(...runsIn(child, selectors));
      open = null;
      continue;
    }
    const last = open?.at(-1);
    if (!open || !last || pageOf(last, selectors) !== pageOf(child, selectors)) {
      open = [];
      runs.push(open);
    }
    open.push(child);
  }
  return runs;
}

function pageOf(element: Element, selectors: readonly PageSelector[]): string {
  const own = /(?:^|;)\s*page:\s*([\w-]+)/.exec(element.getAttribute("style") ?? "")?.[1];
  return own ?? selectors.findLast(({ selector }) => element.matches(selector))?.page ?? "";
}

function holdsPages(element: Element, selectors: readonly PageSelector[]): boolean {
  const all = [...selectors.map(({ selector }) => selector), "[style*=page]"].join();
  return element.querySelector(all) !== null;
}

/** The sheets of a shown document. */
export interface Sheets {
  /** Number of sheets. */
  readonly count: number;
  /** The label of the page on which an element begins, as the contents list shows it. */
  readonly labelOf: (element: Element) => string;
  /** Label of the page at a height of the viewport. */
  readonly labelAt: (y: number) => string;
}

type Pages = Pick<EditionMessage, "boxes" | "slots" | "firstChapter">;

/** A change of the numbers may change the lines of cross-references. */
const MOST_PASSES = 3;

/** Lays sheets under the columns of a shown document and writes page numbers into its contents list. */
export function laySheets(view: Document, pages: Pages): Sheets {
  let sheets = measure(view, pages);
  for (let pass = 1; fillSlots(view, pages, sheets) && pass < MOST_PASSES; pass++)
    sheets = measure(view, pages);
  return sheets;
}

interface Run {
  readonly element: HTMLElement;
  /** Index of its first sheet in the document. */
  readonly first: number;
  readonly count: number;
  /** From the top of one sheet to the top of the next. */
  readonly step: number;
}

const WRAPS = typeof CSS !== "undefined" && CSS.supports("column-wrap: wrap");

function measure(view: Document, { boxes, firstChapter }: Pages): Sheets {
  const runs: Run[] = [];
  for (const element of view.querySelectorAll<HTMLElement>(".wp-run")) {
    const last = runs.at(-1);
    const first = last ? last.first + last.count : 0;
    runs.push({ element, first, ...countSheets(element, boxes) });
  }
  const chapter = firstChapter === null ? null : view.getElementById(firstChapter);
  const front = chapter ? indexOf(chapter, runs) : 0;
  const label = (index: number) => (index < front ? roman(index + 1) : String(index - front + 1));
  return {
    count: runs.reduce((sum, { count }) => sum + count, 0),
    labelOf: (element) => label(indexOf(element, runs)),
    labelAt: (y) => label(indexAt(y, runs)),
  };
}

/** Reads how many columns a run has and gives it as many sheets. */
function countSheets(run: HTMLElement, boxes: readonly string[]): Pick<Run, "count" | "step"> {
  const [sheets, flow] = [run.querySelector(".wp-sheets"), run.querySelector<HTMLElement>(".wp-flow")];
  if (!sheets || !flow) return { count: 0, step: 1 };
  const sheet = sheets.firstElementChild ?? sheets.appendChild(makeSheet(run.ownerDocument, boxes, 0));
  const { width, height } = sheet.getBoundingClientRect();
  const gap = (GAP * width) / ((sheet as HTMLElement).offsetWidth || width);
  const step = (WRAPS ? height : width) + gap;
  const extent = WRAPS
    ? flow.getBoundingClientRect().height
    : (flow.scrollWidth / flow.clientWidth) * flow.getBoundingClientRect().width;
  const count = Math.max(1, Math.ceil((extent + gap - 2) / step));
  while (sheets.children.length > count) sheets.lastElementChild?.remove();
  while (sheets.children.length < count)
    sheets.append(makeSheet(run.ownerDocument, boxes, sheets.children.length));
  run.style.setProperty("--wp-count", String(count));
  return { count, step };
}

function makeSheet(view: Document, boxes: readonly string[], index: number): HTMLElement {
  const sheet = view.createElement("div");
  sheet.className = "wp-sheet";
  sheet.style.setProperty("--wp-index", String(index));
  if (index === 0) sheet.setAttribute("data-page-first", "");
  for (const edge of ["top", "bottom"]) {
    const band = view.createElement("div");
    band.className = `wp-band wp-band-${edge}`;
    for (const name of boxes.filter((box) => box.startsWith(`${edge}-`)).sort(byPlace)) {
      const box = view.createElement("div");
      box.className = `wp-box wp-${name}`;
      band.append(box);
    }
    sheet.append(band);
  }
  return sheet;
}

const ORDER = ["left-corner", "left", "center", "right", "right-corner"];
const byPlace = (a: string, b: string): number => place(a) - place(b);
const place = (box: string): number => ORDER.indexOf(box.replace(/^(?:top|bottom)-/, ""));

/** Index of the sheet on which an element begins. */
function indexOf(element: Element, runs: readonly Run[]): number {
  const run = runs.find(({ element: box }) => box.contains(element));
  if (!run) return 0;
  const [rect] = element.getClientRects();
  const box = run.element.getBoundingClientRect();
  const offset = rect ? (WRAPS ? rect.top - box.top : rect.left - box.left) : 0;
  return run.first + Math.min(run.count - 1, Math.max(0, Math.floor((offset + 1) / run.step)));
}

function indexAt(y: number, runs: readonly Run[]): number {
  const run = runs.find(({ element }) => element.getBoundingClientRect().bottom > y) ?? runs.at(-1);
  if (!run) return 0;
  const offset = WRAPS ? y - run.element.getBoundingClientRect().top : 0;
  return run.first + Math.min(run.count - 1, Math.max(0, Math.floor(offset / run.step)));
}

/** Writes the page numbers; says whether any was another one. */
function fillSlots(view: Document, { slots }: Pages, { labelOf }: Sheets): boolean {
  let changed = false;
  for (const [target, slot] of slots) {
    const [element, place] = [view.getElementById(target), view.getElementById(slot)];
    const label = element ? labelOf(element) : "";
    if (!place || place.textContent === label) continue;
    place.textContent = label;
    changed = true;
  }
  return changed;
}

const NUMERALS = [
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

/** A small number in Roman numerals: front matter is numbered so. */
function roman(value: number): string {
  let [rest, text] = [value, ""];
  for (const [size, sign] of NUMERALS) for (; rest >= size; rest -= size) text += sign;
  return text;
}
