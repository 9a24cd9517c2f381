import type { Finding, LintInput } from "../finding.ts";
import { type HtmlElement, tagText } from "../tree.ts";
import { externalUrl } from "./styles.ts";

/** Attributes that make the browser load something. */
const LOADING: ReadonlySet<string> = new Set([
  "src",
  "srcset",
  "href",
  "xlink:href",
  "poster",
  "data",
  "background",
]);
/** Where a link may lead: readers follow it, nothing is loaded. */
const LINKED = /^(?:#|https?:|mailto:)/;

/** Nothing is loaded from outside: the same report must print the same everywhere, also without a network. */
export function externalReferences({ elements }: LintInput): Finding[] {
  return elements.flatMap((element) => {
    const urls: string[] = [];
    for (const [name, value] of element.attributes)
      if (LOADING.has(name) && isForeign(element, value)) urls.push(value);
    for (const value of element.attributes.values()) {
      const url = externalUrl(value);
      if (url !== null) urls.push(url);
    }
    return urls.map(
      (url): Finding => ({
        code: "external-reference",
        element,
        message: `${tagText(element)} refers to “${url.slice(0, 60)}”, outside of the document`,
        hints: ["put it into the document: a data: URI, an inline svg, or a style sheet in templates/styles"],
      }),
    );
  });
}

function isForeign({ tag }: HtmlElement, url: string): boolean {
  if (tag === "a") return !LINKED.test(url);
  return !/^(?:data:|#)/.test(url.trim());
}
