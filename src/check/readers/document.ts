import type { z } from "zod";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { issueProblems } from "./issues.ts";
import type { Document } from "./parsed-file.ts";

export { below } from "./parsed-file.ts";
export type { Document };

/** The one door from `unknown` to a typed value: the value, or a diagnostic for every problem. */
export function parse<S extends z.ZodType>(
  schema: S,
  document: Document,
  diagnostics: Diagnostic[],
): z.output<S> | null {
  const result = schema.safeParse(document.value);
  if (result.success) return result.data;
  diagnostics.push(...result.error.issues.flatMap((issue) => issueProblems(issue, document)));
  return null;
}
