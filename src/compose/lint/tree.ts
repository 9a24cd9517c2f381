import { isMark, originOf } from "../../templating/places.ts";
import { htmlTokens, tagName, unescapeHtml, VOID } from "../html-tokens.ts";

/** An element of a composed document. */
export interface HtmlElement {
  readonly tag: string;
  /** Values as they are meant, entities undone. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: HtmlElement | null;
  /** Elements and texts, entities undone. */
  readonly kids: (HtmlElement | string)[];
}

/** A fault in the markup itself. */
export interface MarkupFault {
  readonly element: HtmlElement;
  readonly message: string;
}

/** A document as a tree; its root has no name. */
export interface HtmlTree {
  readonly root: HtmlElement;
  readonly faults: readonly MarkupFault[];
}

/**
 * Reads the HTML that our templates make: quoted attributes, every element closed. What is not so is a fault, so that the tree is the
 * browser's own and nothing has to be guessed.
 */
export function parseHtml(html: string): HtmlTree {
  const root: HtmlElement = { tag: "", attributes: new Map(), parent: null, kids: [] };
  const faults: MarkupFault[] = [];
  let current = root;
  for (const token of htmlTokens(html)) {
    if (!token.startsWith("<")) current.kids.push(unescapeHtml(token));
    else if (token.startsWith("</")) current = close(current, tagName(token), faults);
    else if (token.startsWith("<style")) current.kids.push(styleElement(token, current));
    else if (!token.startsWith("<!")) {
      const element = open(token, current, faults);
      current.kids.push(element);
      if (!VOID.has(element.tag) && !token.endsWith("/>")) current = element;
    }
  }
  for (let element = current; element.parent; element = element.parent) faults.push(unclosed(element));
  return { root, faults };
}

/** One attribute; where none begins, whatever stands there. */
const ATTRIBUTE = /\s+([^\s"'=<>/]+)(?:="([^"]*)")?|([\s\S])/g;

function open(token: string, parent: HtmlElement, faults: MarkupFault[]): HtmlElement {
  const tag = tagName(token);
  const inside = token.slice(tag.length + 1).replace(/\/?>$/, "");
  const { attributes, rest } = attributesIn(inside);
  const element = { tag, attributes, parent, kids: [] };
  if (rest !== "" || !token.endsWith(">"))
    faults.push({ element, message: `the tag cannot be read near “${rest.slice(0, 30)}”: quote all values` });
  return element;
}

/** The attributes in a tag, and what is none. */
function attributesIn(text: string): { attributes: Map<string, string>; rest: string } {
  const attributes = new Map<string, string>();
  let rest = "";
  if (text !== "")
    for (const [, name, value = "", other = ""] of text.matchAll(ATTRIBUTE))
      if (name === undefined) rest += other;
      else attributes.set(name.toLowerCase(), unescapeHtml(value));
  return { attributes, rest: rest.trim() };
}

function styleElement(token: string, parent: HtmlElement): HtmlElement {
  const [, head = "", css = ""] = /^<style([^>]*)>([\s\S]*)<\/style>$/.exec(token) ?? [];
  return { tag: "style", attributes: attributesIn(head).attributes, parent, kids: [css] };
}

function close(current: HtmlElement, tag: string, faults: MarkupFault[]): HtmlElement {
  if (current.tag === tag && current.parent) return current.parent;
  const open = ancestors(current).find((element) => element.tag === tag);
  if (!open) {
    faults.push({ element: current, message: `</${tag}> closes nothing` });
    return current;
  }
  for (const element of ancestors(current)) {
    if (element === open) break;
    faults.push(unclosed(element));
  }
  return open.parent ?? open;
}

function unclosed(element: HtmlElement): MarkupFault {
  return { element, message: `<${element.tag}> is not closed` };
}

/** An element and those around it, the innermost first, the root left out. */
export function ancestors(element: HtmlElement): HtmlElement[] {
  return element.parent === null ? [] : [element, ...ancestors(element.parent)];
}

/** All elements below one, in order. */
export function elementsIn(element: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  collectElements(element, found);
  return found;
}

function collectElements({ kids }: HtmlElement, found: HtmlElement[]): void {
  for (const kid of kids) {
    if (typeof kid === "string") continue;
    found.push(kid);
    collectElements(kid, found);
  }
}

/** The text of an element. */
export function textOf({ kids }: HtmlElement): string {
  return kids.map((kid) => (typeof kid === "string" ? kid : textOf(kid))).join("");
}

/** Whether an element, or one around it, is hidden from readers. */
export function isHidden(element: HtmlElement): boolean {
  return ancestors(element).some(({ attributes }) => attributes.get("aria-hidden") === "true");
}

/** Whether readers are told something of an element: by its text, a label, or a picture with one. White space says nothing; a no-break space does. */
export function says(element: HtmlElement): boolean {
  return /[^ \t\n\r\f]/.test(textOf(element)) || [element, ...elementsIn(element)].some(hasLabel);
}

/** Whether an element has a label of its own. */
export function hasLabel({ attributes }: HtmlElement): boolean {
  return ["aria-label", "alt"].some((name) => (attributes.get(name) ?? "").trim() !== "");
}

/** An element's tag as it is written, without our marks: `<td class="missing">`. */
export function tagText({ tag, attributes }: HtmlElement): string {
  const written = [...attributes]
    .filter(([name]) => !isMark(name))
    .map(([name, value]) => ` ${name}="${value}"`);
  const text = written.join("");
  return `<${tag}${text.length > 60 ? `${text.slice(0, 60)}…` : text}>`;
}

/** Where an element comes from: its own marks, else those around it. */
export function originIn(element: HtmlElement): ReturnType<typeof originOf> {
  const all = ancestors(element).map(({ attributes }) => originOf(attributes));
  return { at: all.find(({ at }) => at)?.at ?? null, from: all.find(({ from }) => from)?.from ?? null };
}
