import { stringify } from "yaml";
import { type Diagnostic, error } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import { writtenValue } from "../../model/released.ts";
import type { Correction, Revision } from "../../model/revision.ts";

/** What a change since the last release is judged by. */
export interface ChangeWorld {
  readonly last: Revision;
  /** The figures as read; derived ones follow from them and need no correction of their own. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly corrections: readonly Correction[];
  readonly languages: readonly Language[];
  /** Path of `corrections.yaml`. */
  readonly file: string;
}

/** A figure whose value is not the released one. */
export interface FigureChange {
  readonly ref: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** Every figure whose value differs from the last revision, in the order of the data. */
export function changedFigures(last: Revision, figures: ReadonlyMap<string, Figure>): FigureChange[] {
  const refs = new Set([...figures.keys(), ...last.figures.keys()]);
  return [...refs].flatMap((ref) => {
    const figure = figures.get(ref);
    const was = last.figures.get(ref)?.value ?? null;
    const is = figure ? writtenValue(figure) : null;
    return was === is ? [] : [{ ref, was, is }];
  });
}

/** An error for each released figure that was changed without a correction that says so, with the entry to paste. */
export function uncorrected(world: ChangeWorld): Diagnostic[] {
  const { last, figures, corrections } = world;
  const next = last.revision + 1;
  const corrected = new Set(
    corrections.filter(({ revision }) => revision === next).map(({ figure }) => figure),
  );
  const changes = changedFigures(last, figures)
    .filter(({ ref }) => !corrected.has(ref))
    .map((change) => uncorrectedChange(change, next, world));
  return [...changes, ...changedUnits(last, figures)];
}

/** An error for each figure that a revision changed and whose correction is gone: readers of later revisions are told of every one. */
export function forgotten(
  released: readonly Revision[],
  corrections: readonly Correction[],
  file: string,
): Diagnostic[] {
  const known = new Set(corrections.map(({ revision, figure }) => `${revision} ${figure}`));
  return released.slice(1).flatMap(({ revision, figures }, index) => {
    const before = released[index]?.figures ?? new Map();
    return [...new Set([...before.keys(), ...figures.keys()])]
      .map((ref) => ({ ref, was: before.get(ref)?.value ?? null, is: figures.get(ref)?.value ?? null }))
      .filter(({ ref, was, is }) => was !== is && !known.has(`${revision} ${ref}`))
      .map(({ ref, was, is }) =>
        error({
          code: "forgotten-correction",
          message: `revision ${revision} corrected ${ref} from ${was ?? "missing"} to ${is ?? "missing"}, but the entry is gone`,
          place: { file },
          hints: ["earlier corrections stay listed: restore the entry from version control"],
        }),
      );
  });
}

/** An error for each released correction that no longer says what readers were told. */
export function rewritten(released: readonly Revision[], corrections: readonly Correction[]): Diagnostic[] {
  return corrections.flatMap((correction) => {
    const before = released[correction.revision - 1]?.corrections.get(correction.figure);
    if (!before) return [];
    const reasons = [...before.reason].filter(([language, text]) => correction.reason.get(language) !== text);
    const changed = [
      ...reasons.map(([language]) => `the reason in ${language}`),
      ...(before.decidedBy === correction.decidedBy ? [] : ["who decided"]),
      ...(before.date === correction.date ? [] : ["the day"]),
    ];
    if (changed.length === 0) return [];
    return [
      error({
        code: "rewritten-correction",
        message: `revision ${correction.revision} told readers why ${correction.figure} changed, and the entry now differs in ${changed.join(", ")}`,
        place: correction.place,
        hints: ["a released correction is never edited: restore the entry from version control"],
      }),
    ];
  });
}

/** A number in another unit is another figure, and no correction could say so. */
function changedUnits(last: Revision, figures: ReadonlyMap<string, Figure>): Diagnostic[] {
  return [...figures.values()].flatMap(({ ref, unit, place }) => {
    const was = last.figures.get(ref)?.unit ?? unit.id;
    if (was === unit.id) return [];
    return [
      error({
        code: "changed-unit",
        message: `${ref} was released in ${was} and is now in ${unit.id}`,
        place,
        hints: [`write it in ${was}, or give the figure in ${unit.id} a name of its own`],
      }),
    ];
  });
}

function uncorrectedChange(
  { ref, was, is }: FigureChange,
  revision: number,
  { figures, corrections, languages, file }: ChangeWorld,
): Diagnostic {
  const entry = {
    figure: ref,
    was: was ?? "missing",
    is: is ?? "missing",
    reason: Object.fromEntries(languages.map((language) => [language, ""])),
    decided_by: "",
    date: "",
    revision,
  };
  const where =
    corrections.length > 0 ? `at the end of ${file}` : `to ${file}, below the line “corrections:”,`;
  return error({
    code: "uncorrected-change",
    message: `${ref} was released as ${was ?? "missing"} and is now ${is ?? "missing"}, without a correction`,
    place: figures.get(ref)?.place ?? { file },
    hints: [`undo the change, or add this ${where} and fill it in:\n${pasteable(entry)}`],
  });
}

/** An entry as the file has it: two spaces before its dash. */
function pasteable(entry: object): string {
  return stringify([entry])
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
