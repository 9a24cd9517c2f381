import type { Finding, LintInput } from "../finding.ts";
import { ancestors, type HtmlElement, hasLabel, isHidden, tagText } from "../tree.ts";

const PICTURES: ReadonlySet<string> = new Set(["figure", "img", "svg"]);

/** Pictures have an alternative text or are hidden; a `<figure>` is a group, else it becomes a figure without one. */
export function alternatives({ elements }: LintInput): Finding[] {
  return elements
    .filter((element) => PICTURES.has(element.tag) && !isHidden(element))
    .flatMap((element) => [...figureProblems(element), ...pictureProblems(element)]);
}

function figureProblems(element: HtmlElement): Finding[] {
  if (element.tag !== "figure" || element.attributes.get("role") === "group") return [];
  return [
    {
      code: "figure-role",
      element,
      message: `${tagText(element)} would be a figure without an alternative text`,
      hints: ['write <figure role="group">; the picture in it has the text'],
    },
  ];
}

function pictureProblems(element: HtmlElement): Finding[] {
  const { tag, attributes } = element;
  const isPicture = tag === "img" || (tag === "svg" && !insideSvg(element));
  // An empty alt says that a picture only decorates.
  if (!isPicture || hasLabel(element) || (tag === "img" && attributes.get("alt") === "")) return [];
  const name = tag === "img" ? "alt" : "aria-label";
  return [
    {
      code: "no-alternative-text",
      element,
      message: `${tagText(element)} has no alternative text`,
      hints: [`give it ${name}="…" from the locales, or aria-hidden="true" when it only decorates`],
    },
  ];
}

function insideSvg(element: HtmlElement): boolean {
  return ancestors(element)
    .slice(1)
    .some(({ tag }) => tag === "svg");
}
