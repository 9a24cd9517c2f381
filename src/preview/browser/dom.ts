/** What an element is made of: attributes by name, and functions for events (`onclick`). */
export type Properties = Readonly<Record<string, string | boolean | null | ((event: Event) => void)>>;

/** Makes an element. Texts are text and never markup. */
export function make(
  tag: string,
  properties: Properties = {},
  ...children: readonly (Node | string | null)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A place in a file, `data/2021/report.yaml:4`: on a narrow panel it goes on after a slash, not within a word. */
export function placeCode(where: string): HTMLElement {
  const parts = where.split(/(?<=[/_])/).flatMap((part) => [make("wbr"), part]);
  return make("code", { class: "place" }, ...parts.slice(1));
}

/** The element of the page with an id. Throws when the page does not have it. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element “${id}”`);
  return element;
}

/** Whether somebody types there: letters are no commands then. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target !== null &&
    "matches" in target &&
    (target as Element).matches("input:not([type=checkbox]), select, textarea, [contenteditable]")
  );
}

/** How motion is made: at once for those who want none. */
export function motion(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
