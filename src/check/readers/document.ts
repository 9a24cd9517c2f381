import type { z } from "zod";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { hashOf } from "../../model/hash.ts";
import type { Memo } from "../../model/memo.ts";
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

/**
 * As {@link parse}, for a schema whose values survive JSON: what came of a file without problems is remembered by its text. `read` is asked for the
 * document only where nothing is remembered; null is for one that cannot be read.
 */
export function parseKept<S extends z.ZodType>(
  schema: S,
  read: () => Document | null,
  { name, text, memo }: { readonly name: string; readonly text: string; readonly memo: Memo },
  diagnostics: Diagnostic[],
): z.output<S> | null {
  return memo.once<z.output<S> | null>(
    `parsed ${name}`,
    () => hashOf(text),
    () => {
      const document = read();
      return document && parse(schema, document, diagnostics);
    },
    (parsed) => parsed !== null,
  );
}
