import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import type { Figure, Unit } from "../model/figure.ts";
import type { Sources } from "../model/source-file.ts";
import { unread } from "./echoes.ts";
import { below, type Document, parse } from "./readers/document.ts";
import { readYaml } from "./readers/yaml.ts";
import {
  type IndicatorInput,
  indicatorIdsSchema,
  indicatorSchema,
  indicatorsSchema,
} from "./schemas/indicators.ts";
import type { Structure } from "./structure.ts";
import { undeclared } from "./undeclared.ts";
import { noValue, readDate, readValue, valueOfMissing } from "./values.ts";

export { undeclared };

/** Reads `data/<year>/indicators.yaml` into figures, in file order. */
export function readIndicators(sources: Sources, structure: Structure, diagnostics: Diagnostic[]): Figure[] {
  const path = `data/${sources.year}/indicators.yaml`;
  const source = sources.files.get(path);
  const document = source && readYaml(source, diagnostics);
  const file = document && parse(indicatorsSchema, document, diagnostics);
  if (source && !file) diagnostics.push(unread(path));
  if (!document || !file) return [];
  parse(indicatorIdsSchema, below(document, ["indicators"]), diagnostics);
  const figures = Object.keys(file.indicators).map((id) =>
    readIndicator(id, document, structure, diagnostics),
  );
  if (figures.includes(null)) diagnostics.push(unread(path));
  return figures.filter((figure) => figure !== null);
}

function readIndicator(
  id: string,
  document: Document,
  structure: Structure,
  diagnostics: Diagnostic[],
): Figure | null {
  const own = below(document, ["indicators", id]);
  const input = parse(indicatorSchema, own, diagnostics);
  return input && toFigure({ id, input, own, structure }, diagnostics);
}

interface Declaration {
  readonly id: string;
  readonly input: IndicatorInput;
  readonly own: Document;
  readonly structure: Structure;
}

/** A value that cannot be read makes a figure without one, so that what refers to it is not reported as well. */
function toFigure({ id, input, own, structure }: Declaration, diagnostics: Diagnostic[]): Figure | null {
  const { units, sources } = structure;
  const unit = units.get(input.unit);
  if (!unit) diagnostics.push(undeclared("unit", input.unit, units.keys(), own.place(["unit"])));
  if (!sources.has(input.source))
    diagnostics.push(undeclared("source", input.source, sources.keys(), own.place(["source"])));
  if (!unit) return null;
  return {
    ref: id,
    ...readObservation(input, unit, own.place(["value"]), diagnostics),
    unit,
    status: input.status,
    source: input.source,
    place: own.key([]),
  };
}

type Observation = Pick<Figure, "value" | "date" | "places">;

const NOTHING: Observation = { value: null, date: null, places: 0 };

function readObservation(
  { value, status }: IndicatorInput,
  unit: Unit,
  place: Place,
  diagnostics: Diagnostic[],
): Observation {
  if (value === undefined) {
    if (status !== "missing") diagnostics.push(noValue(place));
    return NOTHING;
  }
  if (status === "missing") diagnostics.push(valueOfMissing(value, place));
  if (unit.kind === "date") return { ...NOTHING, date: readDate(value, place, diagnostics) };
  return { ...NOTHING, ...readValue(value, unit, place, diagnostics) };
}

/** `a.b` and `a.b.c` cannot both be figures: a reference would be ambiguous to its reader. Table cells count too. */
export function ambiguousFigures(figures: ReadonlyMap<string, Figure>): Diagnostic[] {
  return [...figures.values()].flatMap(({ ref, place }) =>
    beginnings(ref).flatMap((beginning) => {
      const shorter = figures.get(beginning);
      if (!shorter) return [];
      // A cell's name follows from its table: the indicator is the one to rename.
      const isCell = place.path === ref;
      return [
        error({
          code: "ambiguous-id",
          message: `“${beginning}” and “${ref}” cannot both be figures: one is the beginning of the other`,
          place: isCell ? shorter.place : place,
          hints: [`rename one of them, such as ${beginning}_total`],
        }),
      ];
    }),
  );
}

function beginnings(ref: string): string[] {
  const found: string[] = [];
  for (let dot = ref.indexOf("."); dot >= 0; dot = ref.indexOf(".", dot + 1)) found.push(ref.slice(0, dot));
  return found;
}
