import type { Block, BlockRole } from "../model/block.ts";
import type { ContentsEntry, PageReference } from "../model/composition.ts";
import { hashOf } from "../model/hash.ts";
import type { Language } from "../model/language.ts";
import type { Memo } from "../model/memo.ts";
import type { Template } from "../model/report.ts";
import type { Counted, Draft } from "./draft.ts";
import { blocksOfPart, type KnownPart } from "./html-blocks.ts";
import { withoutMarks } from "./lint/places.ts";
import { hashOfReads, type Read, readingDraft } from "./reads.ts";

/** A composed chapter. */
export interface ComposedChapter {
  /** With its marks (`lint/places.ts`). */
  readonly html: string;
  /** The blocks of its HTML without marks; null where they hang on what is around it. */
  readonly part: KnownPart | null;
}

/** What a chapter is composed with. */
export interface ChapterRequest {
  readonly memo: Memo;
  /** The chapter's template. */
  readonly template: Template;
  /** One key for all that every chapter of the edition may hang on (`editionKey`). */
  readonly editionKey: string;
  /** Renders the chapter into a draft. */
  readonly render: (draft: Draft) => string;
}

/** What a chapter adds to the draft, and what it read for that; survives JSON. */
interface KeptChapter {
  /** HTML, and the ids of charts whose drawings stand between. */
  readonly pieces: readonly string[];
  readonly charts: readonly string[];
  readonly shown: readonly ShownBlock[];
  readonly entries: readonly ContentsEntry[];
  readonly counters: Readonly<Record<Counted, number>>;
  readonly references: readonly (readonly [string, PageReference])[];
  readonly referring: readonly string[];
  readonly blocks: readonly Block[];
}

/** A block that its HTML shows: the place of the same among those that were noted, or what it is. */
type ShownBlock = number | readonly [BlockRole, Language, string];

/** A chapter as it was just rendered. */
interface MadeChapter {
  readonly kept: KeptChapter | null;
  readonly reads: readonly Read[];
  readonly html: string;
  readonly part: KnownPart | null;
}

/**
 * All that any chapter of an edition may hang on besides what it reads: partials, labels, the keys of texts, what can be referred to. Labels are
 * few and change seldom.
 */
export function editionKey(
  { edition, targets, annotate }: Draft,
  templates: ReadonlyMap<string, Template>,
): string {
  const { locale, texts, language, year, state } = edition;
  const labels = [...locale.texts].filter(([key]) => !texts.has(key));
  const partials = [...templates.values()].filter(({ name }) => name.startsWith("partials/"));
  return hashOf(
    JSON.stringify([language, year, state, annotate, ...targets]),
    [...texts.keys()].join("\n"),
    JSON.stringify(labels.map(([key, { template }]) => [key, template])),
    ...partials.flatMap(({ file, name, source }) => [file, name, source]),
  );
}

/**
 * Composes a chapter into a draft, or takes over what it came to the last time that all was the same: its template and what every chapter hangs
 * on, the numbers that it begins with, and the texts, tables, charts and drawings that it asked for. What it asks for follows from the first of these.
 * A chapter with complaints is composed each time.
 */
export function keptChapter(
  draft: Draft,
  { memo, template, editionKey, render }: ChapterRequest,
): ComposedChapter {
  const { edition, annotate, counters, references } = draft;
  const step = `chapter ${edition.language}${annotate ? " annotated" : ""}`;
  const base = hashOf(editionKey, template.file, template.source);
  let made: MadeChapter | null = null;
  const make = () => {
    made ??= renderNoting(draft, render);
    return made;
  };
  const start = JSON.stringify([counters, references.size]);
  const asked = memo.once(
    step,
    () => hashOf(base, "reads"),
    () => make().reads,
    () => make().kept !== null,
  );
  const kept = memo.once(
    step,
    () => hashOf(base, start, JSON.stringify(asked), hashOfReads(draft, asked)),
    () => make().kept,
    (result) => result !== null && isWithin(make().reads, asked),
  );
  const fresh = made as MadeChapter | null;
  if (fresh) return { html: fresh.html, part: fresh.part };
  if (!kept) throw new Error(`${template.file}: what was kept of it is nothing.`);
  return recall(draft, kept);
}

/** Whether all of what was read is in a list. */
function isWithin(reads: readonly Read[], list: readonly Read[]): boolean {
  const known = new Set(list.map((read) => read.join(" ")));
  return reads.every((read) => known.has(read.join(" ")));
}

function renderNoting(draft: Draft, render: ChapterRequest["render"]): MadeChapter {
  const { entries, blocks, references, referring, diagnostics } = draft;
  const before = {
    entries: entries.length,
    blocks: blocks.length,
    references: references.size,
    referring: new Set(referring),
    diagnostics: diagnostics.length,
  };
  const noting = readingDraft(draft);
  const html = render(noting.draft);
  const plain = withoutMarks(html).trim();
  const found = blocksOfPart(plain, draft.edition.language, references);
  const part = found && { html: plain, blocks: found };
  const reads = noting.reads();
  const own = blocks.slice(before.blocks);
  const complained = diagnostics.length > before.diagnostics || noting.other();
  const kept: KeptChapter | null =
    complained || !found
      ? null
      : {
          ...piecesOf(html, draft, reads),
          shown: shownBlocks(found, own),
          entries: entries.slice(before.entries),
          counters: { ...draft.counters },
          references: [...references].slice(before.references),
          referring: [...referring].filter((key) => !before.referring.has(key)),
          blocks: own,
        };
  return { kept, reads, html, part };
}

/** HTML without its drawings, which are long and kept already. */
function piecesOf(
  html: string,
  { drawn }: Draft,
  reads: readonly Read[],
): Pick<KeptChapter, "pieces" | "charts"> {
  const pieces: string[] = [];
  const charts: string[] = [];
  let from = 0;
  for (const [kind, id] of reads) {
    const svg = kind === "drawing" ? (drawn.get(id)?.svg ?? "") : "";
    const at = svg === "" ? -1 : html.indexOf(svg, from);
    if (at < 0) continue;
    pieces.push(html.slice(from, at));
    charts.push(id);
    from = at + svg.length;
  }
  return { pieces: [...pieces, html.slice(from)], charts };
}

/** What is noted is shown in the same order, nearly always. */
function shownBlocks(shown: readonly Block[], noted: readonly Block[]): ShownBlock[] {
  let next = 0;
  return shown.map(({ role, language, text }) => {
    const other = noted[next];
    const same = other?.text === text && other.language === language && shownRole(other.role) === role;
    if (!same) return [role, language, text];
    next += 1;
    return next - 1;
  });
}

const shownRole = (role: BlockRole): BlockRole => (role === "note" ? "paragraph" : role);

function recall(draft: Draft, kept: KeptChapter): ComposedChapter {
  const { drawn } = draft;
  draft.entries.push(...kept.entries);
  draft.blocks.push(...kept.blocks);
  Object.assign(draft.counters, kept.counters);
  for (const [slot, reference] of kept.references) draft.references.set(slot, reference);
  for (const key of kept.referring) draft.referring.add(key);
  const html = kept.pieces.reduce(
    (before, piece, i) => before + (drawn.get(kept.charts[i - 1] ?? "")?.svg ?? "") + piece,
  );
  const blocks = kept.shown.flatMap((shown) => recalledBlock(shown, kept.blocks));
  return { html, part: { html: withoutMarks(html).trim(), blocks } };
}

/** As `htmlBlocks` makes it: what is shown has no key yet. */
function recalledBlock(shown: ShownBlock, noted: readonly Block[]): Block[] {
  const same = typeof shown === "number" ? noted[shown] : null;
  if (same === undefined) return [];
  const [role, language, text] =
    typeof shown === "number" && same
      ? [shownRole(same.role), same.language, same.text]
      : (shown as Exclude<ShownBlock, number>);
  return [{ role, key: null, id: null, language, text, number: "", figures: null }];
}
