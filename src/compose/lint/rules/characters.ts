import type { Finding, LintInput } from "../finding.ts";
import type { HtmlElement } from "../tree.ts";

/** Characters whose meaning is a private agreement (Unicode, general category Co). */
export const PRIVATE_USE = /\p{Co}/u;

/** No private-use characters: nobody could read or search them. */
export function characters({ elements }: LintInput): Finding[] {
  return elements.flatMap((element): Finding[] => {
    const found = PRIVATE_USE.exec(ownWords(element))?.[0];
    if (found === undefined || element.tag === "style") return [];
    const code = found.codePointAt(0)?.toString(16).toUpperCase();
    return [
      {
        code: "private-character",
        element,
        message: `<${element.tag}> holds the private-use character U+${code}, which no reader understands`,
        hints: ["use a character that Unicode knows, or an inline svg with a label"],
      },
    ];
  });
}

function ownWords({ kids, attributes }: HtmlElement): string {
  return [...kids.filter((kid) => typeof kid === "string"), ...attributes.values()].join(" ");
}
