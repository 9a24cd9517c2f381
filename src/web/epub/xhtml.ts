import { html as namespaces } from "parse5";
import { escapeHtml, isElement, type Node } from "../tree/nodes.ts";

/** Elements of HTML that hold nothing. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Nodes as XHTML that means the same to readers of HTML: what may hold something has an end tag. Comments are left out. */
export function xhtmlOf(nodes: readonly Node[]): string {
  return nodes.map((node) => nodeText(node, namespaces.NS.HTML)).join("");
}

function nodeText(node: Node, around: string): string {
  if ("value" in node) return escapeHtml(node.value);
  if (!isElement(node)) return "";
  const { tagName, attrs, namespaceURI, childNodes } = node;
  const declared = attrs.some(({ name }) => name === "xmlns");
  const own = namespaceURI !== around && !declared ? ` xmlns="${namespaceURI}"` : "";
  const written = attrs
    .filter(({ name }) => /^[a-z_][\w:.-]*$/i.test(name))
    .map(({ name, prefix, value }) => ` ${prefix ? `${prefix}:` : ""}${name}="${escapeHtml(value)}"`);
  const start = `<${tagName}${own}${written.join("")}`;
  if (namespaceURI === namespaces.NS.HTML && VOID.has(tagName)) return `${start}/>`;
  return `${start}>${childNodes.map((child) => nodeText(child, namespaceURI)).join("")}</${tagName}>`;
}
