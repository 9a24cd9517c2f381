import type { ContentsEntry } from "../model/composition.ts";
import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import type { ResolvedText } from "../model/edition.ts";
import { type CrossReference, crossReferences, type Inline } from "../model/inline.ts";
import { suggest } from "../model/nearest.ts";
import { pageMark } from "../model/page-mark.ts";
import { type Draft, elementId, exhibitId, textAt } from "./draft.ts";
import { unescapeHtml } from "./html-tokens.ts";

/** A text that may hold cross-references: each becomes “Table 3, page 9”, a link, in the edition's own form. */
export function proseAt(draft: Draft, key: string, place: Place): ResolvedText | null {
  const text = textAt(draft, key, place);
  if (!text || crossReferences(text.nodes).length === 0) return text;
  draft.referring.add(key);
  return { ...text, nodes: text.nodes.map((node) => bound(draft, node)) };
}

function bound(draft: Draft, node: Inline): Inline {
  if (node.kind === "see") return referenceTo(draft, node);
  return "children" in node ? { ...node, children: node.children.map((child) => bound(draft, child)) } : node;
}

function referenceTo(draft: Draft, node: CrossReference): CrossReference {
  const entry = entryOf(draft, node);
  if (!entry) return node;
  const slot = `see-${draft.references.size + 1}`;
  const printed = printedText(draft, entry);
  draft.references.set(slot, { target: entry.id, text: printed });
  return { ...node, text: printed, link: { target: entry.id, slot } };
}

function entryOf({ targets }: Draft, node: CrossReference): ContentsEntry | undefined {
  const entry = targets.get(targetId(node));
  return entry && kindOf(entry) === node.to ? entry : undefined;
}

/** Tables and charts are known by their numbers, parts of the text by their titles: section numbers begin anew in each chapter. */
function printedText({ label }: Draft, entry: ContentsEntry): string {
  const page = pageMark(entry.id);
  const title = unescapeHtml(entry.html.replace(/<[^>]*>/g, ""));
  return kindOf(entry) === "section"
    ? label("labels.see.section", { title, page })
    : label("labels.see.exhibit", { number: entry.number, page });
}

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

/** Cross-references that lead nowhere, and those in texts that print none: titles, headers, and what no template prints. */
export function referenceProblems(draft: Draft): Diagnostic[] {
  return [...draft.edition.texts.values()].flatMap((text) => {
    const all = crossReferences(text.nodes);
    const [first] = all;
    if (first && !draft.referring.has(text.key)) return [misplaced(draft, text, first)];
    return all.flatMap((node) => (entryOf(draft, node) ? [] : [unknownTarget(draft, text, node)]));
  });
}

function misplaced(draft: Draft, text: ResolvedText, { to, id }: CrossReference): Diagnostic {
  return error({
    code: "misplaced-reference",
    message: `${text.key} refers to the ${to} “${id}”, and is no paragraph or note that is printed`,
    place: placeOf(draft, text),
    hints: ["refer to it in a paragraph or in a note of a table"],
  });
}

function placeOf({ edition }: Draft, { key, language }: ResolvedText): Place {
  return edition.locale.texts.get(key)?.place ?? { file: `locales/${language}` };
}
