import Handlebars, { type HelperOptions } from "handlebars";
import { error, type Place } from "../model/diagnostic.ts";
import type { HeaderView, TableView } from "../model/edition.ts";
import { plainText } from "../model/inline.ts";
import { suggest } from "../model/nearest.ts";
import { calledFrom } from "../templating/places.ts";
import { cellText, exhibitHtml, textHtml } from "./annotate.ts";
import { placeOfCall, type Rendering } from "./blocks.ts";
import { type Draft, exhibitId, nextNumber, textAt } from "./draft.ts";
import { type Context, renderPartial } from "./engine.ts";
import { chartBlocks, tableBlocks, textBlock } from "./expected.ts";
import { langAttribute } from "./inline.ts";
import { proseAt } from "./references.ts";

/** Helpers for what is numbered and listed: `{{chart "id"}}` and `{{table "id"}}`. */
export function registerExhibits(rendering: Rendering): void {
  const { engine } = rendering;
  engine.registerHelper(
    "chart",
    (id: unknown, options: HelperOptions) =>
      new Handlebars.SafeString(chart(rendering, String(id), placeOfCall(rendering, options))),
  );
  engine.registerHelper(
    "table",
    (id: unknown, options: HelperOptions) =>
      new Handlebars.SafeString(table(rendering, String(id), placeOfCall(rendering, options))),
  );
}

function chart({ engine, draft }: Rendering, id: string, place: Place): string {
  const view = draft.edition.charts.get(id);
  const drawn = draft.drawn.get(id);
  if (!view || !drawn)
    return unknown(draft, { kind: "chart", id, place, known: draft.edition.charts.keys() });
  const caption = captionOf(draft, "chart", view, place);
  draft.blocks.push(...chartBlocks(draft, view, drawn.svg));
  const context = { ...caption, svg: drawn.svg, completeness: view.completeness };
  const html = exhibitHtml(draft, renderPartial(engine, "chart", context), { kind: "chart", id });
  return calledFrom(html, place);
}

function table({ engine, draft }: Rendering, id: string, place: Place): string {
  const view = draft.edition.tables.get(id);
  if (!view) return unknown(draft, { kind: "table", id, place, known: draft.edition.tables.keys() });
  const caption = captionOf(draft, "table", view, place);
  draft.blocks.push(...tableBlocks(draft, view));
  const context = {
    ...caption,
    header: view.header.map((row, level) => row.map((cell) => headerCell(cell, level))),
    wide: (view.rows[0]?.cells.length ?? 0) > WIDE,
    rows: view.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: cellText(draft, cell) })),
    })),
    notes: notesOf(draft, view, place),
  };
  const html = exhibitHtml(draft, renderPartial(engine, "table", context), { kind: "table", id });
  return calledFrom(html, place);
}

/** A table with more columns of values than this is set smaller. */
const WIDE = 6;

interface Captioned {
  readonly id: string;
  readonly title: string;
  readonly unit: string | null;
}

function captionOf(draft: Draft, kind: "table" | "chart", view: Captioned, place: Place): Context {
  const number = nextNumber(draft, kind);
  const id = exhibitId(kind, view.id);
  const title = textAt(draft, view.title, place);
  const unit = view.unit === null ? null : textAt(draft, view.unit, place);
  const html = title ? textHtml(draft, title) : "";
  const lang = title ? langAttribute(title, draft.edition.language) : "";
  draft.entries.push({ kind, id, number, html, lang });
  const shownUnit = unit && {
    text: unit,
    shown: draft.label("labels.unit", { unit: plainText(unit.nodes) }),
  };
  draft.blocks.push(textBlock(draft, { role: "caption", id, number, text: title, unit: shownUnit }));
  return { id, number, title: html, lang, unit: shownUnit?.shown ?? null };
}

function headerCell({ text, columns, rows }: HeaderView, level: number): Context {
  const group = columns > 1;
  return {
    text,
    scope: group ? "colgroup" : "col",
    class: group ? "group" : level > 0 ? "sub" : "single",
    colspan: group ? columns : null,
    rowspan: rows > 1 ? rows : null,
  };
}

function notesOf(draft: Draft, { notes }: TableView, place: Place): Context[] {
  return notes.flatMap((key, index) => {
    const text = proseAt(draft, key, place);
    if (!text) return [];
    const number = notes.length > 1 ? draft.label("labels.number.note", { n: index + 1 }) : "";
    const label = index === 0 ? draft.label(notes.length > 1 ? "labels.notes" : "labels.note") : "";
    draft.blocks.push(
      textBlock(draft, { role: "note", id: null, number: [label, number].filter(Boolean).join(" "), text }),
    );
    return [
      { label, number, html: textHtml(draft, text), lang: langAttribute(text, draft.edition.language) },
    ];
  });
}

interface UnknownExhibit {
  readonly kind: "chart" | "table";
  readonly id: string;
  readonly place: Place;
  readonly known: Iterable<string>;
}

function unknown(draft: Draft, { kind, id, place, known }: UnknownExhibit): string {
  draft.diagnostics.push(
    error({
      code: `unknown-${kind}`,
      message: `the template names the ${kind} “${id}”, which does not exist`,
      place,
      hints: suggest(id, known),
    }),
  );
  return "";
}
