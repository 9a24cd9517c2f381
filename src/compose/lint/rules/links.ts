import { suggest } from "../../../model/nearest.ts";
import type { Finding, LintInput } from "../finding.ts";
import { ancestors, type HtmlElement, says, tagText } from "../tree.ts";

/** Links have a text, lead to what there is, and do not stand in other links. */
export function links({ elements }: LintInput): Finding[] {
  const ids = new Set(elements.flatMap(({ attributes }) => attributes.get("id") ?? []));
  return elements
    .filter(({ tag, attributes }) => tag === "a" && attributes.has("href"))
    .flatMap((link) => [...textProblems(link), ...targetProblems(link, ids)]);
}

function textProblems(element: HtmlElement): Finding[] {
  const outer = ancestors(element)
    .slice(1)
    .some(({ tag }) => tag === "a");
  if (outer) return [{ code: "nested-link", element, message: `${tagText(element)} stands inside a link` }];
  if (says(element)) return [];
  return [{ code: "empty-link", element, message: `the link ${tagText(element)} has no text` }];
}

function targetProblems(element: HtmlElement, ids: ReadonlySet<string>): Finding[] {
  const href = element.attributes.get("href") ?? "";
  if (!href.startsWith("#") || ids.has(href.slice(1))) return [];
  return [
    {
      code: "no-link-target",
      element,
      message: `the link to “${href}” leads nowhere: no element has that id`,
      hints: suggest(href.slice(1), ids),
    },
  ];
}
