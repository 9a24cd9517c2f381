import { formatFigure } from "../language/formats/format.ts";
import type { CorrectedRevision } from "./corrections.ts";
import type { Draft } from "./draft.ts";
import { type Engine, renderPartial } from "./engine.ts";
import { escapeHtml } from "./inline.ts";

/** Id of the corrections page. */
const ID = "corrections";

/** The corrections page, listed in the contents like a chapter; nothing where nothing was ever corrected. */
export function correctionsPage(
  engine: Engine,
  draft: Draft,
  revisions: readonly CorrectedRevision[],
): string {
  if (revisions.length === 0) return "";
  const { label, entries, edition } = draft;
  const title = label("labels.corrections.title");
  entries.push({ kind: "chapter", id: ID, number: "", html: escapeHtml(title), lang: "" });
  const words = Object.fromEntries(
    ["where", "was", "is", "reason"].map((name) => [name, label(`labels.corrections.${name}`)]),
  );
  return renderPartial(engine, "corrections", {
    id: ID,
    title,
    intro: label("labels.corrections.intro"),
    revisions: revisions.map(({ revision, date, corrections }) => ({
      ...words,
      heading: label("labels.corrections.revision", { n: revision, date: printDate(date, edition) }),
      rows: corrections,
    })),
  });
}

/** An ISO date as the edition writes dates. */
export function printDate(date: string, { locale, language }: Draft["edition"]): string {
  const unit = { id: "date", kind: "date", scale: 1 } as const;
  const figure = {
    ref: "",
    value: null,
    date,
    places: 0,
    unit,
    status: "normal",
    source: "",
    place: { file: "" },
  } as const;
  return formatFigure(figure, "date", locale.words, language);
}
