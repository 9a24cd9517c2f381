import { type DefaultTreeAdapterTypes, html as namespaces, serialize, serializeOuter } from "parse5";
import { parseTree } from "./parse.ts";

/** An element of a parsed document; its children may be changed. */
export type Element = DefaultTreeAdapterTypes.Element;

/** Whatever an element can hold. */
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** A document, or an element. */
export type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Reads a document. */
export function parseDocument(html: string): Parent {
  return parseTree(html);
}

/** The nodes of a piece of HTML. */
export function parseNodes(html: string): Node[] {
  return parseTree(html).childNodes;
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** All elements below a node, in the order of the document: a list of its own, the tree may change while it is gone through. */
export function elementsBelow(parent: Parent, found: Element[] = []): Element[] {
  for (const child of parent.childNodes)
    if (isElement(child)) {
      found.push(child);
      elementsBelow(child, found);
    }
  return found;
}

/** The child elements of an element. */
export function childElements(parent: Parent): Element[] {
  return parent.childNodes.filter(isElement);
}

/** The first element below that fits. */
export function findElement(parent: Parent, fits: (element: Element) => boolean): Element | undefined {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue;
    const found = fits(child) ? child : findElement(child, fits);
    if (found) return found;
  }
  return undefined;
}

/** The value of an attribute; undefined without it. */
export function attribute(element: Element, name: string): string | undefined {
  // Asked of every element of every page, several times: a loop, since a function for each would be called in processes that have just begun.
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return undefined;
}

/** Sets attributes; null takes one away. */
export function setAttributes(element: Element, values: Readonly<Record<string, string | null>>): void {
  for (const name in values) {
    const value = values[name] ?? null;
    if (attribute(element, name) !== undefined)
      element.attrs = element.attrs.filter((attr) => attr.name !== name);
    if (value !== null) element.attrs.push({ name, value });
  }
}

/** Whether an element is of a class. */
export function hasClass(element: Element, name: string): boolean {
  const classes = attribute(element, "class");
  // Most are not: a list of the words is made only where one of them may be it.
  return classes?.includes(name) === true && classes.split(/\s+/).includes(name);
}

/** The text of a node and all below it. */
export function textOf(node: Node | Parent): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** An element as HTML. */
export function outerHtml(element: Element): string {
  return serializeOuter(element);
}

/** The HTML of nodes. */
export function htmlOf(nodes: readonly Node[]): string {
  return nodes.map((node) => serializeOuter(node)).join("");
}

/** What an element holds, as HTML. */
export function innerHtml(element: Element): string {
  return serialize(element);
}

/** A new element without a place. */
export function createElement(
  tag: string,
  values: Readonly<Record<string, string>>,
  children: Node[],
): Element {
  const element: Element = {
    nodeName: tag,
    tagName: tag,
    attrs: Object.entries(values).map(([name, value]) => ({ name, value })),
    namespaceURI: namespaces.NS.HTML,
    childNodes: [],
    parentNode: null,
  };
  setChildren(element, children);
  return element;
}

/** Gives an element other children. */
export function setChildren(parent: Parent, children: readonly Node[]): void {
  parent.childNodes = [...children];
  for (const child of children) child.parentNode = parent;
}

/** Puts nodes in an element's place; the element may be among them, or inside them. */
export function replaceNode(element: Element, nodes: readonly Node[]): void {
  const parent = element.parentNode;
  if (!parent) return;
  setChildren(
    parent,
    parent.childNodes.flatMap((child) => (child === element ? nodes : [child])),
  );
}

/** Puts an element around another, in its place. */
export function wrapElement(
  element: Element,
  tag: string,
  values: Readonly<Record<string, string>>,
): Element {
  const wrapper = createElement(tag, values, []);
  replaceNode(element, [wrapper]);
  setChildren(wrapper, [element]);
  return wrapper;
}

/** Adds nodes at an element's end. */
export function appendNodes(element: Element, nodes: readonly Node[]): void {
  setChildren(element, [...element.childNodes, ...nodes]);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML: nothing in it is markup, in text or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}

const SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ESCAPES).map(([sign, entity]) => [entity, sign]),
);

/** Text that was escaped by {@link escapeHtml}, or by templates. */
export function unescapeHtml(html: string): string {
  return html.replace(
    /&(?:amp|lt|gt|quot|#39|#x27);/g,
    (entity) => SIGNS[entity === "&#x27;" ? "&#39;" : entity] ?? entity,
  );
}
