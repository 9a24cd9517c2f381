import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";

/** A problem of one text that an editor may accept in `locales/exceptions.yaml`. */
export interface Finding {
  readonly language: Language;
  readonly key: string;
  /** What an exception may call it: the found piece, or each form of a term. */
  readonly names: readonly string[];
  readonly diagnostic: Diagnostic;
}
