import Handlebars, { type HelperOptions } from "handlebars";
import type { ContentsEntry } from "../model/composition.ts";
import type { Place } from "../model/diagnostic.ts";
import { calledFrom } from "../templating/places.ts";
import { textHtml } from "./annotate.ts";
import { type Draft, elementId, nextNumber, textAt } from "./draft.ts";
import { type Engine, renderPartial } from "./engine.ts";
import { textBlock } from "./expected.ts";
import { langAttribute } from "./inline.ts";
import { proseAt } from "./references.ts";

/** What helpers share while one chapter's template is rendered. */
export interface Rendering {
  readonly engine: Engine;
  readonly draft: Draft;
  /** The chapter's template. */
  readonly file: string;
}

/** Handlebars gives each helper call its place in the template. */
type Options = HelperOptions & {
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
};

/** The place of a helper's call. */
export function placeOfCall({ file }: Rendering, { loc }: Options): Place {
  return loc ? { file, line: loc.start.line, column: loc.start.column + 1 } : { file };
}

/** The key of a text named inside a block: `p1` inside section `trademarks` of chapter `creation`. */
export function keyInside(options: HelperOptions, name: unknown): string {
  const prefix = String((options.data as { prefix?: string } | undefined)?.prefix ?? "");
  return prefix === "" ? String(name) : `${prefix}.${String(name)}`;
}

/**
 * Block helpers for the parts of the text: `chapter`, `section` and `subsection` print a title and number it; `p` prints a
 * paragraph. Keys inside a block are relative to it.
 */
export function registerBlocks(rendering: Rendering): void {
  const { engine } = rendering;
  engine.registerHelper("chapter", (name: unknown, options: Options) => chapter(rendering, name, options));
  engine.registerHelper("section", (name: unknown, options: Options) => section(rendering, name, options));
  engine.registerHelper("subsection", (name: unknown, options: Options) =>
    block(rendering, { partial: "subsection", name, options }),
  );
  engine.registerHelper("p", (name: unknown, options: Options) => paragraph(rendering, name, options));
}

interface Block {
  readonly partial: string;
  readonly name: unknown;
  readonly options: Options;
  readonly number?: string;
  readonly kind?: ContentsEntry["kind"];
  readonly heading?: string;
}

/** A chapter; with `number=false` it has no number (a preface), with `title="…"` its heading is that label. */
function chapter(rendering: Rendering, name: unknown, options: Options): Handlebars.SafeString {
  const { draft } = rendering;
  draft.counters.section = 0;
  const numbered = options.hash.number !== false;
  const label: unknown = options.hash.title;
  return block(rendering, {
    partial: "chapter",
    name,
    options,
    kind: "chapter",
    number: numbered ? nextNumber(draft, "chapter") : "",
    ...(typeof label === "string" ? { heading: draft.label(label) } : {}),
  });
}

function section(rendering: Rendering, name: unknown, options: Options): Handlebars.SafeString {
  const number = nextNumber(rendering.draft, "section");
  return block(rendering, { partial: "section", name, options, kind: "section", number });
}

function block(
  rendering: Rendering,
  { partial, name, options, number = "", kind, heading }: Block,
): Handlebars.SafeString {
  const { engine, draft } = rendering;
  const key = keyInside(options, name);
  const id = elementId(key);
  const place = placeOfCall(rendering, options);
  const title = heading === undefined ? textAt(draft, `${key}.title`, place) : null;
  const html = title ? textHtml(draft, title) : Handlebars.escapeExpression(heading ?? "");
  const lang = title ? langAttribute(title, draft.edition.language) : "";
  if (kind) draft.entries.push({ kind, id, number, html, lang });
  draft.blocks.push(textBlock(draft, { role: "heading", id, number, text: title, label: heading ?? "" }));
  const data = { ...Handlebars.createFrame(options.data as object), prefix: key };
  const body = options.fn({}, { data });
  return new Handlebars.SafeString(
    calledFrom(renderPartial(engine, partial, { id, page: id, number, title: html, lang, body }), place),
  );
}

function paragraph(rendering: Rendering, name: unknown, options: Options): Handlebars.SafeString {
  const { engine, draft } = rendering;
  const key = keyInside(options, name);
  const place = placeOfCall(rendering, options);
  const text = proseAt(draft, key, place);
  if (!text) return new Handlebars.SafeString("");
  draft.blocks.push(textBlock(draft, { role: "paragraph", id: elementId(key), text }));
  const context = {
    id: elementId(key),
    key,
    html: textHtml(draft, text),
    lang: langAttribute(text, draft.edition.language),
  };
  return new Handlebars.SafeString(calledFrom(renderPartial(engine, "paragraph", context), place));
}
