import type { Block } from "../../model/block.ts";
import type { Element } from "../../pdf/structure/element.ts";
import { elementLocator } from "../../pdf/structure/locate.ts";
import type { Complaints } from "../complaints.ts";
import type { Finished, Opened } from "../reading/finished.ts";
import type { Pair } from "../text/compare.ts";

/** Every link leads somewhere. */
export function checkLinks({ links }: Opened, complaints: Complaints): void {
  for (const { target, page } of links.values()) {
    if (target.kind !== "internal" || target.destination !== undefined) continue;
    const name = target.name === undefined ? "a link" : `the link to “${target.name}”`;
    complaints.error({ code: "broken-link", page, message: `${name} leads nowhere` });
  }
}

/** Every place that is a heading’s or a caption’s leads to that heading or caption. */
export function checkTitles(pairs: readonly Pair[], finished: Finished, complaints: Complaints): void {
  const titles = new Map(
    pairs.flatMap((pair) => (isTitle(pair.expected) ? [[pair.expected.id, pair] as const] : [])),
  );
  const locate = elementLocator(finished.structure);
  for (const [name, destination] of finished.destinations) {
    const pair = titles.get(name);
    const element = pair && locate(destination);
    if (!pair || (element && holds(element, pair.found.element))) continue;
    complaints.error({
      code: "wrong-destination",
      page: destination.page,
      key: pair.expected.key,
      message: `links to “${name}” do not lead to its ${pair.expected.role} “${pair.expected.text}”`,
    });
  }
}

function isTitle({ role, id }: Block): boolean {
  return id !== null && (role === "heading" || role === "caption");
}

/** Whether an element is another, or holds it. */
function holds(outer: Element, inner: Element): boolean {
  let current: Element | undefined = inner;
  while (current !== undefined && current !== outer) current = current.parent;
  return current === outer;
}
