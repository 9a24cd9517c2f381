import { type Diagnostic, error } from "../../model/diagnostic.ts";

/** The most that a workbook may hold: far more than a paper has, and little enough for any machine. */
export const LIMITS = {
  /** Bytes of the file. */
  file: 32 * 1024 * 1024,
  /** Bytes of all its parts, unpacked. */
  unpacked: 96 * 1024 * 1024,
  parts: 2_000,
  /** Tags of all its parts: what is read of a workbook takes room by these. */
  tags: 2_000_000,
  rows: 20_000,
  columns: 256,
} as const;

const SAVE_AS = "open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)";

/** Why a file cannot be read as a workbook at all, by the name of the trouble. */
const REFUSALS = {
  "empty-file": ["the file is empty", [SAVE_AS]],
  "not-a-workbook": ["the file is no Excel workbook (.xlsx)", [SAVE_AS]],
  "old-workbook": ["the file is a workbook in the old format (.xls)", [SAVE_AS]],
  "binary-workbook": ["the file is a binary workbook (.xlsb)", [SAVE_AS]],
  "opendocument-workbook": ["the file is an OpenDocument spreadsheet (.ods)", [SAVE_AS]],
  "encrypted-workbook": [
    "the workbook is protected by a password",
    ["remove the password and save it again"],
  ],
  "macro-workbook": [
    "the workbook holds macros",
    ["save it as a workbook without macros (.xlsx); macros are never run here"],
  ],
  "broken-workbook": [
    "the workbook is damaged or cut short",
    ["open it in Excel or LibreOffice, which may mend it, and save it again; or send it once more"],
  ],
  "unsafe-workbook": [
    "the workbook holds XML declarations that spreadsheets do not write",
    ["open it in Excel or LibreOffice and save it again"],
  ],
  "workbook-too-large": [
    "the workbook is far larger than the report’s data",
    ["keep only the report’s sheets, without pictures and other data, and save it again"],
  ],
} as const satisfies Record<string, readonly [string, readonly string[]]>;

/** Name of a reason for refusing a file. */
export type Refusal = keyof typeof REFUSALS;

/** The diagnostic for a file that is refused; `found` says what was found, where there is more to say. */
export function refusal(code: Refusal, file: string, found = ""): Diagnostic {
  const [message, hints] = REFUSALS[code];
  return error({ code, message: found === "" ? message : `${message}: ${found}`, place: { file }, hints });
}
