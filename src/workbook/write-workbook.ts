import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Language } from "../model/language.ts";
import { dataWords } from "../open-data/words.ts";
import { lookOf } from "./look.ts";
import { PROPERTIES } from "./properties.ts";
import type { SheetContext, WorkbookRequest } from "./request.ts";
import { sheetNames } from "./sheet-names.ts";
import { columnsSheet } from "./sheets/columns-sheet.ts";
import { contentsSheet } from "./sheets/contents-sheet.ts";
import { derivedSheets, indicatorSheet } from "./sheets/indicator-sheet.ts";
import { madeFromSheet } from "./sheets/made-from-sheet.ts";
import { notesSheet } from "./sheets/notes-sheet.ts";
import { tableSheet } from "./sheets/table-sheet.ts";

/** The workbook of one language: contents, a sheet for each table, the indicators, the code book, notes. The same request gives the same bytes. */
export async function writeWorkbook(request: WorkbookRequest, language: Language): Promise<Uint8Array> {
  const context = contextOf(request, language);
  const { words, look } = context;
  const { report } = request;
  const day = new Date(`${report.revisions.date ?? report.date}T00:00:00Z`);
  return writeXlsx({
    sheets: sheetsOf(context),
    defaultFont: look.font,
    properties: {
      title: words.label("title", { title: words.title }),
      subject: words.text("metadata.subject") ?? "",
      keywords: words.text("metadata.keywords") ?? "",
      description: words.label("description"),
      creator: words.text("metadata.author") ?? "",
      created: day,
      modified: day,
      custom: {
        [PROPERTIES.year]: report.year,
        [PROPERTIES.language]: language,
      },
    },
  });
}

function contextOf(request: WorkbookRequest, language: Language): SheetContext {
  const all = [...request.editions.values()].map(dataWords);
  const words = all.find((own) => own.language === language);
  if (!words) throw new Error(`The report has no edition in ${language}.`);
  return {
    request,
    words,
    all,
    look: lookOf(language),
    names: sheetNames(request.tables.map(({ table }) => table.id)),
  };
}

function sheetsOf(context: SheetContext): WriteSheet[] {
  const sheets = [
    contentsSheet(context),
    ...context.request.tables.map((editable) => tableSheet(editable, context)),
    indicatorSheet(context),
    ...derivedSheets(context),
    columnsSheet(context),
    notesSheet(context),
  ];
  return [...sheets, madeFromSheet(context, sheets)];
}
