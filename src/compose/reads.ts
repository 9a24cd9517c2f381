import type { ChartView, Edition } from "../model/edition.ts";
import { hashOf } from "../model/hash.ts";
import type { Draft } from "./draft.ts";

/** What a chapter asks an edition for. */
export type ReadKind = "text" | "table" | "chart" | "drawing";

/** One thing that a chapter asked for, by its key or id. */
export type Read = readonly [ReadKind, string];

/** What of a chart's view a chapter may ask for; its data are in the drawing. */
type ShownChart = Pick<ChartView, "id" | "title" | "unit" | "completeness">;

/** A draft that notes what is asked of it. */
export interface ReadingDraft {
  readonly draft: Draft;
  /** What was asked for, each once, in the order of asking. */
  readonly reads: () => readonly Read[];
  /** Whether something was asked for that is not noted: then nobody knows what the chapter hangs on. */
  readonly other: () => boolean;
}

/** Lets a chapter be rendered into a draft, and notes what it reads of the edition. */
export function readingDraft(draft: Draft): ReadingDraft {
  const { edition } = draft;
  const noted = new Map<string, Read>();
  let other = false;
  const follow = <V>(kind: ReadKind, map: ReadonlyMap<string, V>): ReadonlyMap<string, V> =>
    new Proxy(map, {
      get: (target, name) => {
        if (name === "get")
          return (id: string) => {
            noted.set(`${kind} ${id}`, [kind, id]);
            return target.get(id);
          };
        other = true;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });
  const followed: Edition = {
    ...edition,
    texts: follow("text", edition.texts),
    tables: follow("table", edition.tables),
    charts: follow("chart", edition.charts),
    get locale() {
      other = true;
      return edition.locale;
    },
  };
  const label: Draft["label"] = (key, variables, place) => {
    other ||= !isPlainLabel(edition, key) || Object.hasOwn(variables ?? {}, "context");
    return draft.label(key, variables, place);
  };
  return {
    draft: { ...draft, edition: followed, label, drawn: follow("drawing", draft.drawn) },
    reads: () => [...noted.values()],
    other: () => other,
  };
}

/** Whether a label stands by its key among the labels, and leads to no other text. */
function isPlainLabel({ locale, texts }: Edition, key: string): boolean {
  const template = locale.texts.get(key)?.template;
  return template !== undefined && !template.includes("$t(") && !texts.has(key);
}

/** A hash of what an edition has now of what a chapter asked for. */
export function hashOfReads(draft: Draft, reads: readonly Read[]): string {
  return hashOf(reads.map((read) => `${read.join(" ")} ${contentOf(draft, read)}`).join("\n"));
}

function contentOf({ edition, drawn }: Draft, [kind, id]: Read): string {
  if (kind === "drawing") return drawn.get(id)?.svg ?? "";
  if (kind === "text") return JSON.stringify(edition.texts.get(id) ?? null);
  if (kind === "table") return JSON.stringify(edition.tables.get(id) ?? null);
  const view = edition.charts.get(id);
  return JSON.stringify(view ? shownOf(view) : null);
}

function shownOf({ id, title, unit, completeness }: ChartView): ShownChart {
  return { id, title, unit, completeness };
}
