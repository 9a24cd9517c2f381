import type { EditionMessage } from "../messages.ts";
import { laySpots, unwrapFigures } from "./figures.ts";
import { patch } from "./patch.ts";
import { type Anchor, anchorIn, scrollToAnchor } from "./places.ts";
import { laySheets, type Sheets, wrapRuns } from "./sheets.ts";

/** One edition on the desk, in a frame of its own. */
export interface Pane {
  readonly frame: HTMLIFrameElement;
  /** The document in the frame. */
  readonly view: Document;
  /** Shows an edition, or what has changed in it. Gives the places that changed; none for another language or the first time. */
  readonly show: (message: EditionMessage) => readonly HTMLElement[];
  readonly language: () => string;
  readonly version: () => number;
  readonly sheets: () => Sheets | null;
  /** Lays the sheets again: fonts have come, the window has another size. */
  readonly relay: () => void;
  /** Shows the sheets larger or smaller: 1 is their real size. */
  readonly scale: (factor: number) => void;
  readonly scaled: () => number;
  readonly anchor: () => Anchor | null;
  readonly goTo: (anchor: Anchor) => boolean;
}

interface Shown {
  readonly message: EditionMessage;
  /** The document as it was parsed: what the next one is compared with. */
  readonly body: Element;
}

/** A pane in a frame whose document has been loaded. */
export function createPane(frame: HTMLIFrameElement): Pane {
  const view = frame.contentDocument;
  if (!view) throw new Error("the frame has no document");
  let shown: Shown | null = null;
  let sheets: Sheets | null = null;
  let factor = 1;
  const anchor = () => anchorIn(view);
  const goTo = (place: Anchor) => scrollToAnchor(view, place);
  // When fonts come late, the place is the one from before the text moved, unless the reader has gone elsewhere.
  let held: Anchor | null = null;
  const letGo = () => {
    held = null;
  };
  for (const event of ["wheel", "keydown", "pointerdown", "touchmove"])
    view.addEventListener(event, letGo, { passive: true });
  const relay = () => {
    if (!shown) return;
    const place = held ?? anchor();
    sheets = laySheets(view, shown.message);
    laySpots(view, factor);
    fitHeight(view, factor);
    if (place) goTo(place);
    // Who shows the page, or stands beside, follows as if the reader had scrolled.
    view.dispatchEvent(new Event("scroll"));
  };
  view.fonts.addEventListener("loadingdone", relay);
  return {
    frame,
    view,
    show: (message) => {
      const place = shown ? anchor() : null;
      const last = shown?.message;
      if (last?.language !== message.language || last.fonts !== message.fonts) setFonts(view, message, relay);
      const { next, changed } = put(view, message, shown);
      shown = next;
      sheets = laySheets(view, message);
      laySpots(view, factor);
      fitHeight(view, factor);
      held = place;
      if (place) goTo(place);
      return changed;
    },
    scale: (wanted) => {
      if (Math.abs(wanted - factor) < 0.001) return;
      const place = held ?? anchor();
      factor = wanted;
      view.documentElement.style.setProperty("--wp-scale", String(factor));
      fitHeight(view, factor);
      if (place) goTo(place);
    },
    scaled: () => factor,
    language: () => shown?.message.language ?? "",
    version: () => shown?.message.version ?? 0,
    sheets: () => sheets,
    relay,
    anchor,
    goTo,
  };
}

/** What is drawn smaller or larger still takes the room of its real size; the page is to end where the drawing ends. */
function fitHeight({ documentElement, body }: Document, factor: number): void {
  documentElement.style.height = `${body.offsetHeight * factor}px`;
}

interface Put {
  readonly next: Shown;
  readonly changed: readonly HTMLElement[];
}

function put(view: Document, message: EditionMessage, before: Shown | null): Put {
  const parsed = new DOMParser().parseFromString(message.html, "text/html");
  unwrapFigures(parsed.body);
  wrapRuns(parsed.body, message.selectors);
  makeFocusable(parsed.body);
  const next = { message, body: parsed.body };
  if (before?.message.css !== message.css) setStyle(view, message.css);
  const sameBoxes = before?.message.boxes.join() === message.boxes.join();
  if (before && sameBoxes && before.message.language === message.language)
    return { next, changed: places(patch(view.body, before.body, parsed.body)) };
  dress(view, parsed);
  view.body.replaceChildren(...[...parsed.body.childNodes].map((node) => view.importNode(node, true)));
  return { next, changed: [] };
}

/** The fonts of an edition; those that are there stay until the new ones have come. */
function setFonts(view: Document, { language, fonts }: EditionMessage, loaded: () => void): void {
  const link = view.createElement("link");
  link.rel = "stylesheet";
  link.href = `fonts/${language}.css?for=${fonts}`;
  link.className = "wp-fonts";
  link.addEventListener("load", () => {
    for (const old of view.querySelectorAll(".wp-fonts")) if (old !== link) old.remove();
    loaded();
  });
  view.head.prepend(link);
}

function setStyle(view: Document, css: string): void {
  const style = view.getElementById("styles");
  if (style) style.textContent = css;
}

/** Language and class of the document. */
function dress(view: Document, parsed: Document): void {
  for (const name of parsed.documentElement.getAttributeNames())
    view.documentElement.setAttribute(name, parsed.documentElement.getAttribute(name) ?? "");
  view.documentElement.classList.add("wp-desk");
  view.title = parsed.title;
}

/** Who uses the keyboard comes to each figure, chart and translated text. */
function makeFocusable(body: Element): void {
  for (const figure of body.querySelectorAll("main [data-figure]")) {
    figure.setAttribute("tabindex", "0");
  }
  for (const chart of body.querySelectorAll("[data-chart]")) chart.setAttribute("tabindex", "0");
  for (const text of body.querySelectorAll("main [data-text]:not([data-state=source])"))
    text.setAttribute("tabindex", "0");
}

/** The marked elements around changed nodes, each once. */
function places(nodes: readonly Node[]): HTMLElement[] {
  const found = nodes.flatMap((node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
    const place = element?.closest<HTMLElement>(
      "[data-text], td, [data-chart], [data-table], .chapter, .cover",
    );
    return place ? [place] : [];
  });
  return [...new Set(found)];
}
