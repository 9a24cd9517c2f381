import { numeral } from "../language/numerals.ts";
import type { Block } from "../model/block.ts";
import type { ContentsEntry, DrawnChart, PageReference } from "../model/composition.ts";
import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import type { Edition, ResolvedText } from "../model/edition.ts";
import { suggest } from "../model/nearest.ts";
import { checkedLabel, type Label } from "./labels.ts";

/** Things that are numbered through the whole document. */
export type Counted = "chapter" | "section" | "table" | "chart";

/** A document in the making: what templates have asked for so far. One for each edition. */
export interface Draft {
  readonly edition: Edition;
  readonly drawn: ReadonlyMap<string, DrawnChart>;
  readonly label: Label;
  /** Whether the HTML says which text and figure it shows (`annotate.ts`). */
  readonly annotate: boolean;
  readonly entries: ContentsEntry[];
  readonly counters: Record<Counted, number>;
  /** All that can be referred to, by the element's id; empty while the document is numbered. */
  readonly targets: ReadonlyMap<string, ContentsEntry>;
  /** Cross-references by the ids of the elements that take their page numbers. */
  readonly references: Map<string, PageReference>;
  /** Keys of the texts whose cross-references are printed. */
  readonly referring: Set<string>;
  /** What the chapters show, for the preflight. */
  readonly blocks: Block[];
  readonly diagnostics: Diagnostic[];
}

/** A new draft of an edition; with what its texts may refer to, by the element's id. */
export function createDraft(
  edition: Edition,
  drawn: ReadonlyMap<string, DrawnChart>,
  label: Label,
  { targets = new Map(), annotate = false }: Partial<Pick<Draft, "targets" | "annotate">> = {},
): Draft {
  const diagnostics: Diagnostic[] = [];
  return {
    edition,
    drawn,
    annotate,
    label: checkedLabel(edition.locale, label, diagnostics),
    entries: [],
    counters: { chapter: 0, section: 0, table: 0, chart: 0 },
    targets,
    references: new Map(),
    referring: new Set(),
    blocks: [],
    diagnostics,
  };
}

/** The next number of a kind, in the edition's form: “II.”, “（二）”, “Table 3”. */
export function nextNumber({ counters, label }: Draft, kind: Counted): string {
  counters[kind] += 1;
  const n = counters[kind];
  return label(`labels.number.${kind}`, { n, roman: numeral(n, "roman"), hanzi: numeral(n, "hanzi") });
}

/** A text that a template names; a template that names none is an error at its place. */
export function textAt(draft: Draft, key: string, place: Place): ResolvedText | null {
  const text = draft.edition.texts.get(key);
  if (!text)
    draft.diagnostics.push(
      error({
        code: "unknown-text",
        message: `the template names the text “${key}”, which does not exist`,
        place,
        hints: suggest(key, draft.edition.texts.keys()),
      }),
    );
  return text ?? null;
}

/** The id of the element that a text key becomes: `creation.trademarks` → `creation-trademarks`. */
export function elementId(key: string): string {
  return key.replaceAll(".", "-");
}

/** The id of a table's or chart's element: `table-patents-valid`. */
export function exhibitId(kind: "table" | "chart", id: string): string {
  return `${kind}-${id.replaceAll("_", "-")}`;
}
