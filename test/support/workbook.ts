import { crc32, deflateRawSync } from "node:zlib";
import { type Cell, type CellValue, readXlsx, type Sheet, writeXlsx } from "hucre/xlsx";
import { check } from "../../src/check/check.ts";
import { runImport } from "../../src/commands/import.ts";
import { gather } from "../../src/gather/gather.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Language } from "../../src/model/language.ts";
import type { DataRequest } from "../../src/open-data/request.ts";
import { editableTables } from "../../src/pipeline/data/editable-tables.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import type { WorkbookRequest } from "../../src/workbook/request.ts";
import { writeWorkbook } from "../../src/workbook/write-workbook.ts";
import { type Changes, ENGINE, libraries, YEAR } from "./report.ts";

/** What the made-up report's open data and workbooks are made from, some of its files changed. */
export async function workbookRequest(changes: Changes = {}): Promise<WorkbookRequest> {
  const sources = await gather({ year: YEAR, content: libraries(changes), engine: ENGINE });
  const { report, diagnostics } = check(sources);
  if (!report) throw new Error(`the report cannot be read: ${JSON.stringify(diagnostics)}`);
  const editions: DataRequest["editions"] = new Map(
    [...report.editions.keys()].map((language) => [language, resolve(report, language)]),
  );
  return { report, editions, draft: false, tables: editableTables(sources, report) };
}

/** The workbook of the made-up report. */
export async function workbook(changes: Changes = {}, language: Language = "en"): Promise<Uint8Array> {
  return writeWorkbook(await workbookRequest(changes), language);
}

/** A workbook that is being edited as a person would. */
export interface Editing {
  /** The sheet of a table, or the indicators'. */
  readonly sheet: (name: string) => Sheet;
  /** Puts a value, and what else there is of the cell, into the cell of a row and column. */
  readonly set: (sheet: string, row: string, column: string, value: CellValue, cell?: Partial<Cell>) => void;
  /** Place of a row or a column on a sheet, from 0. */
  readonly at: (sheet: string, row: string, column: string) => readonly [number, number];
  readonly sheets: Sheet[];
}

const CODES = 4;

/** The workbook with some edits, saved again. */
export async function edited(bytes: Uint8Array, edit: (editing: Editing) => void): Promise<Uint8Array> {
  const { sheets, properties } = await readXlsx(bytes, { readStyles: true });
  const sheet = (name: string) => {
    const found = sheets.find((one) => one.name === name);
    if (!found) throw new Error(`there is no sheet ${name}`);
    return found;
  };
  const at = (name: string, row: string, column: string) => {
    const { rows } = sheet(name);
    const down = rows.findIndex((cells, index) => index >= CODES && cells[0] === row);
    const right = (rows[CODES] ?? []).indexOf(column);
    if (down < 0 || right < 0) throw new Error(`there is no ${name} ${row} ${column}`);
    return [down, right] as const;
  };
  edit({
    sheets,
    sheet,
    at,
    set: (name, row, column, value, cell = {}) => {
      const [down, right] = at(name, row, column);
      const { rows, cells } = sheet(name);
      const line = rows[down] ?? [];
      while (line.length <= right) line.push(null);
      line[right] = value;
      const { value: _, type: __, formula: ___, ...kept } = cells?.get(`${down},${right}`) ?? {};
      cells?.set(`${down},${right}`, { ...kept, ...cell } as Cell);
    },
  });
  return writeXlsx({ sheets: sheets as never, ...(properties ? { properties } : {}) });
}

/** What came of importing a workbook into the made-up report. */
export interface Imported {
  readonly exitCode: number;
  readonly lines: readonly string[];
  readonly shown: readonly Diagnostic[];
  readonly talk: readonly string[];
  /** Files that were written, as text. */
  readonly written: ReadonlyMap<string, string>;
}

/** How an import of a test is asked for. */
export interface ImportTest {
  readonly changes?: Changes;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly answer?: boolean | null;
  readonly year?: number;
}

/** Imports a workbook into the made-up report, in memory. */
export async function importInto(bytes: Uint8Array, test: ImportTest = {}): Promise<Imported> {
  const { changes = {}, yes = true, json = false, answer = null, year = null } = test;
  const shown: Diagnostic[] = [];
  const talk: string[] = [];
  const written = new Map<string, string>();
  const { exitCode, lines } = await runImport(
    { file: "figures.xlsx", year, newest: YEAR, yes, json },
    {
      content: libraries(changes),
      engine: ENGINE,
      readFile: async () => bytes,
      replaceFiles: async (files) => {
        for (const { path, is } of files)
          written.set(path, new TextDecoder("utf-8", { ignoreBOM: true }).decode(is));
        return null;
      },
      ask: async () => answer,
      talk: (line) => talk.push(line),
      report: (diagnostics) => shown.push(...diagnostics),
    },
  );
  return { exitCode, lines, shown, talk, written };
}

/** A ZIP file of parts; `claim` and `sum` give another unpacked size and another checksum than the true ones. */
export function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { claim, sum, flags = 0 }: { readonly claim?: number; readonly sum?: number; readonly flags?: number } = {},
): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(sum ?? crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claim ?? bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), head, tail, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}
