import { compare, type Diagnostic, error } from "../../model/diagnostic.ts";
import { hashOf } from "../../model/hash.ts";
import type { Memo } from "../../model/memo.ts";
import type { Finding, Rule } from "./finding.ts";
import { alternatives } from "./rules/alternatives.ts";
import { characters } from "./rules/characters.ts";
import { documentHead } from "./rules/document-head.ts";
import { externalReferences } from "./rules/external-references.ts";
import { headings } from "./rules/headings.ts";
import { identifiers } from "./rules/identifiers.ts";
import { languages } from "./rules/languages.ts";
import { links } from "./rules/links.ts";
import { roles } from "./rules/roles.ts";
import { inlineStyles, sheetProblems } from "./rules/styles.ts";
import { tables } from "./rules/tables.ts";
import { elementsIn, originIn, parseHtml } from "./tree.ts";

const RULES: readonly Rule[] = [
  documentHead,
  headings,
  alternatives,
  tables,
  languages,
  links,
  identifiers,
  roles,
  inlineStyles,
  externalReferences,
  characters,
];

/**
 * What can only be mended in the HTML, before it is printed: each an error with the place in the template that writes the element. The
 * HTML still has its marks (`places.ts`); `styles` are the report's style sheets by path, with their places.
 */
export function lintHtml(html: string, styles: ReadonlyMap<string, string>): Diagnostic[] {
  const { root, faults } = parseHtml(html);
  const broken = faults.map(({ element, message }): Finding => ({ code: "broken-html", element, message }));
  // In a broken tree nothing stands where it should.
  const input = { root, elements: elementsIn(root), styles };
  const found = broken.length > 0 ? broken : RULES.flatMap((rule) => rule(input));
  return [...once(found), ...[...styles].flatMap(([file, css]) => sheetProblems(file, css))];
}

/** As {@link lintHtml}, but HTML in which nothing was found is not read again when only numbers have changed in it. */
export function keptLint(html: string, styles: ReadonlyMap<string, string>, memo: Memo): Diagnostic[] {
  return memo.once(
    "lint",
    () => hashOf(withoutNumbers(html), ...[...styles].flat()),
    () => lintHtml(html, styles),
    (found) => found.length === 0,
  );
}

/** No rule asks for the numbers in texts, in alternative texts and in drawings; in what these attributes say, they tell one element from another. */
function withoutNumbers(html: string): string {
  return html.replace(NUMBER, "$1#");
}

const NUMBER =
  /( (?:id|class|href|src|style|lang|role|scope|headers|for|name|colspan|rowspan|aria-(?:hidden|labelledby|describedby)|data-[a-z]+)="[^"]*")|\d[\d.,]*/g;

/** One diagnostic for all elements that the same tag of a template writes with the same fault. */
function once(found: readonly Finding[]): Diagnostic[] {
  const groups = Map.groupBy(found, ({ code, element }) => `${code} ${JSON.stringify(originIn(element).at)}`);
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [diagnostic(group[0], group.length)] : []))
    .sort((a, b) => compare(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0));
}

function diagnostic({ code, element, message, hints = [] }: Finding, times: number): Diagnostic {
  const { at, from } = originIn(element);
  const more = times > 1 ? ` (${times} times)` : "";
  const called = from === null || from.startsWith(`${at?.file}:`) ? [] : [`first put there by ${from}`];
  return error({
    code,
    message: `${message}${more}`,
    place: at ?? { file: "templates/report.hbs" },
    hints: [...hints, ...called],
  });
}
