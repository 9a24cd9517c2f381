import { collectFacts } from "./facts/collect.ts";
import type { EditorReportInput } from "./input.ts";
import { page } from "./page.ts";

/** The two files of the editor's report. */
export interface EditorReportFiles {
  /** `report.html`. */
  readonly html: string;
  /** `report.json`, an `EditorReport`. */
  readonly json: string;
}

/** The editor's report: the same facts as a page and as JSON. Same input, same bytes. */
export function editorReport(input: EditorReportInput, style: string): EditorReportFiles {
  const facts = collectFacts(input);
  return {
    html: page({ facts, charts: input.impact?.charts ?? [], style }),
    json: `${JSON.stringify(facts, null, 2)}\n`,
  };
}
