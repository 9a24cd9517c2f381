import type { Target } from "../messages.ts";

/** A place in the text that all editions have: a text, and how far down in it. */
export interface Anchor {
  readonly key: string;
  /** 0 at the top of the text's first line, 1 at its end. */
  readonly part: number;
  /** Height of the place in the viewport, in CSS pixels. */
  readonly y: number;
}

/** The texts of a document outside its contents lists, in order. */
function texts(view: Document): HTMLElement[] {
  return [...view.querySelectorAll<HTMLElement>("[data-text]")].filter((text) => !text.closest("nav"));
}

/** A text that begins in the upper part of the window, this share of its height, is where the reader is. */
const UPPER = 0.55;

/** The first text that begins in the upper part of the window; where none does, the part of the text that fills it. */
export function anchorIn(view: Document): Anchor | null {
  const height = view.defaultView?.innerHeight ?? 0;
  const all = texts(view);
  const first = all.find((text) => text.getBoundingClientRect().top >= 0);
  const top = first?.getBoundingClientRect().top ?? height;
  if (first && top < height * UPPER) return { key: first.dataset.text ?? "", part: 0, y: top };
  const filling = all.findLast((text) => text.getBoundingClientRect().top < 0) ?? first;
  if (!filling) return null;
  const box = filling.getBoundingClientRect();
  const part = Math.min(1, Math.max(0, -box.top / (box.height || 1)));
  return { key: filling.dataset.text ?? "", part, y: box.top + part * box.height };
}

/** Scrolls a document so that a place stands where it stood. Says whether the document has it. */
export function scrollToAnchor(view: Document, { key, part, y }: Anchor): boolean {
  const found = texts(view).find((text) => text.dataset.text === key);
  if (!found) return false;
  const { top, height } = found.getBoundingClientRect();
  view.defaultView?.scrollBy({ top: top + part * height - y, behavior: "instant" });
  return true;
}

const NAMES: Readonly<Record<Target["kind"], string>> = {
  figure: "data-figure",
  text: "data-text",
  table: "data-table",
  chart: "data-chart",
};

/** The elements of a document that show something; those in the text before those in contents lists. */
export function elementsOf(view: Document, { kind, key }: Target): HTMLElement[] {
  const found = [...view.querySelectorAll<HTMLElement>(`[${NAMES[kind]}="${CSS.escape(key)}"]`)];
  return [
    ...found.filter((element) => !element.closest("nav")),
    ...found.filter((element) => element.closest("nav")),
  ];
}

/** The marked elements of a document by what they show, `figure creation.patents`: for many questions at once. */
export function indexElements(view: Document): ReadonlyMap<string, readonly HTMLElement[]> {
  const all = view.querySelectorAll<HTMLElement>(
    Object.values(NAMES)
      .map((name) => `[${name}]`)
      .join(),
  );
  const index = new Map<string, HTMLElement[]>();
  for (const element of all) {
    const target = targetOf(element);
    const name = target ? `${target.kind} ${target.key}` : "";
    const known = index.get(name);
    if (known) known.push(element);
    else index.set(name, [element]);
  }
  return index;
}

/** What an element shows; null for one that is not marked. */
export function targetOf(element: Element): Target | null {
  for (const [kind, name] of Object.entries(NAMES)) {
    const key = element.getAttribute(name);
    if (key !== null) return { kind: kind as Target["kind"], key };
  }
  return null;
}
