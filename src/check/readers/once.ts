import type { Diagnostic } from "../../model/diagnostic.ts";
import { type Memo, NO_MEMO } from "../../model/memo.ts";
import type { SourceFile } from "../../model/source-file.ts";
import type { Document } from "./parsed-file.ts";
import { isReadable } from "./readable.ts";

/** Parses a file that can be read and tells what is wrong with it. */
export type Reader = (file: SourceFile, diagnostics: Diagnostic[], memo: Memo) => Document | null;

/**
 * A reader that parses the same file object once: a preview, which checks after each save, hands in those that have not changed again.
 * What was found is told each time.
 */
export function once(
  read: Reader,
): (file: SourceFile, diagnostics: Diagnostic[], memo?: Memo) => Document | null {
  const known = new WeakMap<SourceFile, { document: Document | null; found: readonly Diagnostic[] }>();
  return (file, diagnostics, memo = NO_MEMO) => {
    if (!isReadable(file, diagnostics)) return null;
    const kept = known.get(file) ?? parse(read, file, memo);
    known.set(file, kept);
    diagnostics.push(...kept.found);
    return kept.document;
  };
}

function parse(read: Reader, file: SourceFile, memo: Memo) {
  const found: Diagnostic[] = [];
  return { document: read(file, found, memo), found };
}
