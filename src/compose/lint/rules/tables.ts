import type { Finding, LintInput } from "../finding.ts";
import { elementsIn, type HtmlElement, isHidden, says, tagText } from "../tree.ts";

const SCOPES = new Set(["row", "col", "rowgroup", "colgroup"]);

/** Cells are not empty, header cells say what they head, and rows of data have a header. */
export function tables({ elements }: LintInput): Finding[] {
  return elements
    .filter((element) => element.tag === "table" && !isHidden(element))
    .flatMap((table) => [...elementsIn(table).flatMap(cellProblems), ...rowProblems(table)]);
}

function cellProblems(element: HtmlElement): Finding[] {
  const { tag, attributes } = element;
  if (tag !== "td" && tag !== "th") return [];
  const found: Finding[] = [];
  if (!says(element))
    found.push({
      code: "empty-cell",
      element,
      message: `the cell ${tagText(element)} is empty and would vanish from the table`,
      hints: ["put a dash or &nbsp; into it"],
    });
  const scope = attributes.get("scope");
  if (tag === "th" && !SCOPES.has(scope ?? ""))
    found.push({
      code: "header-scope",
      element,
      message: `the header cell ${tagText(element)} does not say what it heads`,
      hints: ['write scope="col", "row", "colgroup" or "rowgroup"'],
    });
  return found;
}

/** Rows with data cells and without a header of their own; a header that spans several rows heads them all. */
function rowProblems(table: HtmlElement): Finding[] {
  let headed = 0;
  return elementsIn(table)
    .filter(({ tag }) => tag === "tr")
    .flatMap((element): Finding[] => {
      const cells = elementsIn(element).filter(({ tag }) => tag === "td" || tag === "th");
      const headers = cells.filter(({ attributes }) => /^row/.test(attributes.get("scope") ?? ""));
      const spans = headers.map(({ attributes }) => Number(attributes.get("rowspan") ?? 1));
      headed = Math.max(headed - 1, 0, ...spans);
      if (headed > 0 || cells.every(({ tag }) => tag === "th")) return [];
      return [
        {
          code: "no-row-header",
          element,
          message: "a row of data has no header cell",
          hints: ['write its first cell as <th scope="row">'],
        },
      ];
    });
}
