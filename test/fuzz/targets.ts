import { checkTargets } from "./checks.ts";
import { pdfTargets } from "./documents.ts";
import { fileTargets } from "./readers.ts";
import { reportTargets } from "./reports.ts";
import type { Target } from "./target.ts";
import { workbookTargets } from "./workbooks.ts";

/** All that is fuzzed. */
export async function fuzzTargets(): Promise<Target[]> {
  return [
    ...fileTargets(),
    ...(await reportTargets()),
    ...checkTargets(),
    ...(await workbookTargets()),
    ...pdfTargets(),
  ];
}
