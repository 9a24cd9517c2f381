import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import type { Revision, RevisionState } from "../../model/revision.ts";
import type { Sources } from "../../model/source-file.ts";
import { forgotten, rewritten, uncorrected } from "./changes.ts";
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
  const found: Diagnostic[] = [];
  const released = readRevisions(sources, found);
  diagnostics.push(...found);
  // Against revisions that are not as they were released nothing can be judged.
  if (hasErrors(found)) return { released, corrections: [], ...stateOfLast(released) };
  const corrections = readCorrections(sources, { revisions: released, figures, languages }, diagnostics);
  const last = released.at(-1);
  if (!last || !corrections) return { released, corrections: corrections ?? [], ...stateOfLast(released) };
  const file = `data/${sources.year}/corrections.yaml`;
  diagnostics.push(...forgotten(released, corrections, file), ...rewritten(released, corrections));
  diagnostics.push(...uncorrected({ last, figures, corrections, languages, file }));
  const pending = corrections.filter(({ revision }) => revision > last.revision);
  const dates = [last.date, ...pending.map(({ date }) => date)].sort();
  if (pending.length === 0) return { released, corrections, ...stateOfLast(released) };
  return { released, corrections, current: last.revision + 1, date: dates.at(-1) ?? last.date };
}

function stateOfLast(released: readonly Revision[]): Pick<RevisionState, "current" | "date"> {
  const last = released.at(-1);
  return { current: last?.revision ?? null, date: last?.date ?? null };
}
