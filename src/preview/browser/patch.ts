/**
 * Changes a live tree so that it shows what `next` holds instead of `before`: only what differs is touched, so that scroll positions,
 * focus, and marks put on other live elements stay. The live tree has the same children as `before`, wherever both differ from `next`.
 * Gives the live nodes that were changed or put in.
 */
export function patch(live: Element, before: Element, next: Element): Node[] {
  if (before.isEqualNode(next)) return [];
  const changed: Node[] = patchAttributes(live, before, next) ? [live] : [];
  return [...changed, ...patchChildren(live, before, next)];
}

function patchAttributes(live: Element, before: Element, next: Element): boolean {
  const names = new Set([...before.getAttributeNames(), ...next.getAttributeNames()]);
  const differing = [...names].filter((name) => before.getAttribute(name) !== next.getAttribute(name));
  for (const name of differing) {
    const value = next.getAttribute(name);
    if (value === null) live.removeAttribute(name);
    else live.setAttribute(name, value);
  }
  return differing.length > 0;
}

function patchChildren(live: Element, before: Element, next: Element): Node[] {
  const [old, young] = [[...before.childNodes], [...next.childNodes]];
  const from = equalStart(old, young);
  const behind = equalStart(old.slice(from).reverse(), young.slice(from).reverse());
  const [gone, come] = [old.slice(from, old.length - behind), young.slice(from, young.length - behind)];
  const lives = [...live.childNodes].slice(from, from + gone.length);
  const end = live.childNodes[from + gone.length] ?? null;
  if (gone.length === come.length)
    return come.flatMap((node, index) => patchNode(lives[index], gone[index], node));
  for (const node of lives) node.remove();
  return come.map((node) => live.insertBefore(document.importNode(node, true), end));
}

function equalStart(a: readonly Node[], b: readonly Node[]): number {
  const differs = a.findIndex((node, index) => !b[index]?.isEqualNode(node));
  return differs < 0 ? a.length : differs;
}

function patchNode(live: Node | undefined, before: Node | undefined, next: Node): Node[] {
  if (!live || !before || before.isEqualNode(next)) return [];
  if (isElement(live) && isElement(before) && isElement(next) && before.nodeName === next.nodeName)
    return patch(live, before, next);
  const fresh = document.importNode(next, true);
  live.parentNode?.replaceChild(fresh, live);
  return [fresh];
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
