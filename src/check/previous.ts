import { type Diagnostic, error } from "../model/diagnostic.ts";
import type { Figure } from "../model/figure.ts";
import { type Memo, NO_MEMO } from "../model/memo.ts";
import type { Sources } from "../model/source-file.ts";
import { unread } from "./echoes.ts";
import { readIndicators } from "./indicators.ts";
import { readStructure, type Structure } from "./structure.ts";
import { readTables } from "./tables/table.ts";

const PREFIX = "previous.";

/** What the previous year is read beside. */
export interface PreviousWorld {
  readonly structure: Structure;
  /** The report's own figures. */
  readonly own: ReadonlyMap<string, Figure>;
}

/**
 * The figures of the year that the report is compared with, as `previous.<reference>`: its indicators and cells as its data has them
 * now, corrections included. None where `report.yaml` names no such year. Errors of that year's files are errors here.
 */
export function readPrevious(
  sources: Sources,
  { structure, own }: PreviousWorld,
  diagnostics: Diagnostic[],
  memo: Memo = NO_MEMO,
): Map<string, Figure> {
  const { previous } = structure.file;
  if (previous === undefined) return new Map();
  const problem = yearProblem(previous, sources, structure);
  diagnostics.push(...reservedNames(own));
  if (!problem) return figuresOf({ ...sources, year: previous }, diagnostics, memo);
  diagnostics.push(problem, unread(structure.document.file));
  return new Map();
}

function yearProblem(previous: number, sources: Sources, { document }: Structure): Diagnostic | null {
  const place = document.place(["previous"]);
  if (previous >= sources.year)
    return error({
      code: "wrong-previous",
      message: `previous: expected a year before ${sources.year}, found ${previous}`,
      place,
      hints: [`write previous: ${sources.year - 1}, or take it out`],
    });
  if (sources.files.has(`data/${previous}/report.yaml`)) return null;
  return error({
    code: "wrong-previous",
    message: `previous: there is no report for ${previous}`,
    place,
    hints: [`restore data/${previous}, or take the line out and the figures that begin with ${PREFIX}`],
  });
}

function figuresOf(sources: Sources, diagnostics: Diagnostic[], memo: Memo): Map<string, Figure> {
  const found: Diagnostic[] = [];
  const structure = readStructure(sources, found, memo);
  const tables = structure ? readTables(sources, structure, found) : [];
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
  const indicators = structure ? readIndicators(sources, structure, found) : [];
  // What that year still lacks is told when that year is checked.
  diagnostics.push(...found.filter(({ severity }) => severity !== "warning"));
  return new Map([...cells, ...indicators].map((figure) => [PREFIX + figure.ref, renamed(figure)]));
}

function renamed(figure: Figure): Figure {
  return { ...figure, ref: PREFIX + figure.ref };
}

function reservedNames(own: ReadonlyMap<string, Figure>): Diagnostic[] {
  return [...own.values()]
    .filter(({ ref }) => ref.startsWith(PREFIX))
    .map(({ ref, place }) =>
      error({
        code: "reserved-name",
        message: `“${ref}” would be a figure of the previous year`,
        place,
        hints: ["rename it: names of that kind belong to the year that report.yaml names as previous"],
      }),
    );
}
