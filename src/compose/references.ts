import type { ContentsEntry } from "../model/composition.ts";
import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import type { ResolvedText } from "../model/edition.ts";
import { type CrossReference, crossReferences, type Inline } from "../model/inline.ts";
import { suggest } from "../model/nearest.ts";
import { pageMark } from "../model/page-mark.ts";
import { type Draft, elementId, exhibitId, textAt } from "./draft.ts";
import { unescapeHtml } from "./html-blocks.ts";

/** A text that may hold cross-references: each becomes “Table 3, page 9”, a link, in the edition's own form. */
export function proseAt(draft: Draft, key: string, place: Place): ResolvedText | null {
  const text = textAt(draft, key, place);
  if (!text || crossReferences(text.nodes).length === 0) return text;
  draft.referring.add(key);
  return { ...text, nodes: text.nodes.map((node) => bound(draft, text, node)) };
}

function bound(draft: Draft, text: ResolvedText, node: Inline): Inline {
  if (node.kind === "see") return referenceTo(draft, text, node);
  return "children" in node
    ? { ...node, children: node.children.map((child) => bound(draft, text, child)) }
    : node;
}

function referenceTo(draft: Draft, text: ResolvedText, node: CrossReference): CrossReference {
  const target = targetId(node);
  const entry = draft.targets.get(target);
  if (!entry || KINDS[node.to] !== kindOf(entry)) {
    draft.diagnostics.push(unknownTarget(draft, text, node));
    return node;
  }
  const slot = `see-${draft.references.size + 1}`;
  const printed = printedText(draft, entry);
  draft.references.set(slot, { target, text: printed });
  return { ...node, text: printed, link: { target, slot } };
}

/** Tables and charts are known by their numbers, parts of the text by their titles: section numbers begin anew in each chapter. */
function printedText({ label }: Draft, entry: ContentsEntry): string {
  const page = pageMark(entry.id);
  const title = unescapeHtml(entry.html.replace(/<[^>]*>/g, ""));
  return kindOf(entry) === "section"
    ? label("labels.see.section", { title, page })
    : label("labels.see.exhibit", { number: entry.number, page });
}

const KINDS = { table: "table", chart: "chart", section: "section" } as const;

function kindOf({ kind }: ContentsEntry): CrossReference["to"] {
  return kind === "chapter" ? "section" : kind;
}

function targetId({ to, id }: Pick<CrossReference, "to" | "id">): string {
  return to === "section" ? elementId(id) : exhibitId(to, id);
}

function unknownTarget(draft: Draft, text: ResolvedText, { to, id }: CrossReference): Diagnostic {
  return error({
    code: "unknown-reference",
    message: `${text.key} refers to the ${to} “${id}”, which this report does not print`,
    place: placeOf(draft, text),
    hints: suggest(id, printedIds(draft, to)),
  });
}

function printedIds({ edition, targets }: Draft, to: CrossReference["to"]): string[] {
  const { texts, tables, charts } = edition;
  const titles = [...texts.keys()].flatMap((key) => /^(.+)\.title$/.exec(key)?.[1] ?? []);
  const all = { table: [...tables.keys()], chart: [...charts.keys()], section: titles }[to];
  return all.filter((id) => targets.has(targetId({ to, id })));
}

/** Cross-references in texts that print none: titles, headers, and what no template prints. */
export function misplacedReferences(draft: Draft): Diagnostic[] {
  return [...draft.edition.texts.values()].flatMap((text) => {
    const [first] = crossReferences(text.nodes);
    if (!first || draft.referring.has(text.key)) return [];
    return [
      error({
        code: "misplaced-reference",
        message: `${text.key} refers to the ${first.to} “${first.id}”, and is no paragraph or note that is printed`,
        place: placeOf(draft, text),
        hints: ["refer to it in a paragraph or in a note of a table"],
      }),
    ];
  });
}

function placeOf({ edition }: Draft, { key, language }: ResolvedText): Place {
  return edition.locale.texts.get(key)?.place ?? { file: `locales/${language}` };
}
