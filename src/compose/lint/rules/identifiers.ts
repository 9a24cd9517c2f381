import type { Finding, LintInput } from "../finding.ts";
import { tagText } from "../tree.ts";

/** No two elements have the same id: links would lead to the first, page numbers go into it. */
export function identifiers({ elements }: LintInput): Finding[] {
  const seen = new Set<string>();
  return elements.flatMap((element): Finding[] => {
    const id = element.attributes.get("id");
    if (id === undefined) return [];
    const fault =
      id.trim() === "" ? "an empty id" : seen.has(id) ? `the id “${id}” of another element` : null;
    seen.add(id);
    return fault === null
      ? []
      : [{ code: "duplicate-id", element, message: `${tagText(element)} has ${fault}` }];
  });
}
