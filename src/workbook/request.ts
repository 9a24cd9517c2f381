import type { DataRequest } from "../open-data/request.ts";
import type { DataWords } from "../open-data/words.ts";
import type { EditableTable } from "./editable-table.ts";
import type { Look } from "./look.ts";

/** What workbooks are made from. */
export interface WorkbookRequest extends DataRequest {
  readonly tables: readonly EditableTable[];
}

/** What each sheet of one workbook is made with. */
export interface SheetContext {
  readonly request: WorkbookRequest;
  /** The workbook's own language. */
  readonly words: DataWords;
  /** All languages of the report. */
  readonly all: readonly DataWords[];
  readonly look: Look;
  /** Names of the sheets by the tables' ids. */
  readonly names: ReadonlyMap<string, string>;
}
