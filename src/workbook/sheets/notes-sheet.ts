import type { WriteSheet } from "hucre/xlsx";
import { STATUSES } from "../../open-data/code-lists.ts";
import { tableTitle } from "../../open-data/words.ts";
import { cellsOf, type GridCell } from "../grid.ts";
import type { SheetContext } from "../request.ts";
import { wrappedHeight } from "../text-width.ts";
import { stateOf } from "./contents-sheet.ts";

const WIDTHS = [44, 110];

/** A subject and what is said of it. */
type Line = readonly [subject: string, text: string];

/** The sheet of notes: how to use the workbook, sources, status words, notes to the tables, accepted discrepancies, corrections. */
export function notesSheet(context: SheetContext): WriteSheet {
  const { words, look } = context;
  const sections: readonly (readonly [title: string, lines: readonly Line[]])[] = [
    ["about", about(context)],
    ["sources", sources(context)],
    ["status", statuses(context)],
    ["tables", tableNotes(context)],
    ["discrepancies", discrepancies(context)],
    ["corrections", corrections(context)],
  ];
  const rows = sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines]): GridCell[][] => [
      [
        { value: words.label(`notes.${title}`), style: look.section },
        { value: null, style: look.section },
      ],
      ...lines.map((line) => line.map((value) => noteCell(value, context))),
      [],
    ]);
  const heights = rows.map((row) =>
    wrappedHeight(
      row.map(({ value }) => String(value ?? "")),
      WIDTHS,
    ),
  );
  return {
    name: words.label("sheets.notes"),
    ...cellsOf(rows),
    columns: WIDTHS.map((width) => ({ width })),
    rowDefs: new Map(heights.map((height, index) => [index, { height }])),
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function noteCell(value: string, { look }: SheetContext): GridCell {
  return /^https?:\/\/\S+$/.test(value)
    ? { value, style: { ...look.link, ...look.wrapped, ...look.link }, link: value }
    : { value, style: look.wrapped };
}

function about(context: SheetContext): Line[] {
  const { words } = context;
  return [
    [words.title, stateOf(context)],
    [words.label("notes.use"), words.label("notes.edit")],
    ["", words.label("notes.exact")],
    [words.label("notes.licence"), words.label("notes.noLicence")],
  ];
}

function sources({ request: { report } }: SheetContext): Line[] {
  return [...report.sources.values()].flatMap(({ id, title, url }): Line[] => [
    [id, title],
    ...(url === null ? [] : [["", url] as const]),
  ]);
}

function statuses({ words }: SheetContext): Line[] {
  return STATUSES.map(({ id, sdmx }) => [`${id} (SDMX: ${sdmx})`, words.label(`status.${id}`)]);
}

function tableNotes({ request: { editions, tables }, words }: SheetContext): Line[] {
  const edition = editions.get(words.language);
  return tables.flatMap(({ table }) =>
    (edition?.tables.get(table.id)?.notes ?? []).map((key, index): Line => {
      return [index === 0 ? tableTitle(words, table) : "", words.text(key) ?? ""];
    }),
  );
}

function discrepancies({ request: { report }, words }: SheetContext): Line[] {
  return report.checks.flatMap(({ id, acknowledgement }): Line[] => {
    if (!acknowledgement) return [];
    const { difference, reason, decidedBy, date } = acknowledgement;
    const said = `${words.label("heads.difference")}: ${difference.toFixed()}. ${reason} (${decidedBy}, ${date})`;
    return [[id, said]];
  });
}

function corrections({ request: { report }, words }: SheetContext): Line[] {
  return report.revisions.corrections.map(({ figure, was, is, reason, revision, date }): Line => {
    const change = words.label("notes.correction", { place: figure, was: was ?? "–", is: is ?? "–" });
    const why = reason.get(words.language) ?? [...reason.values()][0] ?? "";
    return [words.label("notes.revision", { n: revision, date }), `${change} ${why}`.trim()];
  });
}
