import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import type { RevisionState } from "../../model/revision.ts";
import type { Sources } from "../../model/source-file.ts";
import { uncorrected } from "./changes.ts";
import { readCorrections } from "./corrections.ts";
import { readRevisions } from "./released.ts";

/** Reads revisions and corrections, and checks that every change since the last release is a correction. */
export function readRevisionState(
  sources: Sources,
  {
    figures,
    languages,
  }: { readonly figures: ReadonlyMap<string, Figure>; readonly languages: readonly Language[] },
  diagnostics: Diagnostic[],
): RevisionState {
  const released = readRevisions(sources, diagnostics);
  const corrections = readCorrections(sources, { revisions: released, figures, languages }, diagnostics);
  const last = released.at(-1);
  if (!last) return { released, corrections, current: null, date: null };
  const file = `data/${sources.year}/corrections.yaml`;
  diagnostics.push(...uncorrected({ last, figures, corrections, languages, file }));
  const pending = corrections.filter(({ revision }) => revision > last.revision);
  const dates = pending.map(({ date }) => date).sort();
  if (pending.length === 0) return { released, corrections, current: last.revision, date: last.date };
  return { released, corrections, current: last.revision + 1, date: dates.at(-1) ?? last.date };
}
