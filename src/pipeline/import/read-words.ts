import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { RowRole } from "../../workbook/editable-table.ts";
import type { ReadCell } from "../../workbook/read/read-workbook.ts";
import type { ReadValue } from "./cell-value.ts";
import { type CellPlace, MESSAGES } from "./messages.ts";

/** The words for an observation's status in the data. */
export const STATUS_WORDS = ["normal", "provisional", "estimated", "missing"] as const;

/** What a cell with words is read against. */
export interface WordsRequest {
  readonly cell: ReadCell;
  readonly place: CellPlace;
  readonly role: RowRole;
  /** As it is written now. */
  readonly was: string;
  /** Ids of the report's sources. */
  readonly sources: readonly string[];
}

/** Reads a cell with a status, a source or an address. With an error the text is the one that is there now. */
export function readWords(request: WordsRequest): ReadValue {
  const { cell, place, was } = request;
  const { content } = cell;
  if (content.kind === "empty") return { text: "", diagnostics: [] };
  if (content.kind === "formula") return refused(was, MESSAGES.formula(place, content.formula));
  if (content.kind === "error") return refused(was, MESSAGES.errorValue(place, content.text));
  if (content.kind !== "text") return refused(was, MESSAGES.notText(place, described(content)));
  const diagnostics = content.text === was ? [] : problems(request, content.text);
  return { text: hasErrors(diagnostics) ? was : content.text, diagnostics };
}

function refused(was: string, diagnostic: Diagnostic): ReadValue {
  return { text: was, diagnostics: [diagnostic] };
}

function described(content: Exclude<ReadCell["content"], { kind: "text" | "empty" }>): string {
  if (content.kind === "number") return String(content.value);
  return content.kind === "date" ? content.day : "true or false";
}

function problems({ place, role, sources }: WordsRequest, text: string): Diagnostic[] {
  if (role === "status")
    return STATUS_WORDS.some((word) => word === text)
      ? []
      : [MESSAGES.unknownStatus(place, text, STATUS_WORDS)];
  if (role === "source") return sources.includes(text) ? [] : [MESSAGES.unknownSource(place, text, sources)];
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? [] : [MESSAGES.notAnAddress(place, text)];
}
