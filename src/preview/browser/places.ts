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

/** The text at a height of the viewport, or the next one below; null where no text is. */
export function anchorAt(view: Document, y: number): Anchor | null {
  const found = texts(view).find((text) => text.getBoundingClientRect().bottom > y) ?? texts(view).at(-1);
  if (!found) return null;
  const { top, height } = found.getBoundingClientRect();
  const part = Math.min(1, Math.max(0, (y - top) / (height || 1)));
  return { key: found.dataset.text ?? "", part, y: top + part * height };
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
