import type { Finding, LintInput } from "../finding.ts";
import { tagText } from "../tree.ts";

/** Roles of which the browser makes links and lists that no PDF/UA reader understands. */
const HARMFUL = new Set(["doc-noteref", "doc-endnote"]);

/** No roles that spoil the PDF's structure. */
export function roles({ elements }: LintInput): Finding[] {
  return elements.flatMap((element): Finding[] => {
    const role = element.attributes.get("role") ?? "";
    if (!HARMFUL.has(role)) return [];
    return [
      {
        code: "note-role",
        element,
        message: `${tagText(element)}: role="${role}" breaks links and lists in the PDF`,
        hints: ["leave the role out; a plain link and a plain paragraph do"],
      },
    ];
  });
}
