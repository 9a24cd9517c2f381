import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import type { Figure, Unit } from "../model/figure.ts";
import { suggest } from "../model/nearest.ts";
import type { Sources } from "../model/source-file.ts";
import { type Document, parse } from "./readers/document.ts";
import { readYaml } from "./readers/yaml.ts";
import { type IndicatorInput, indicatorsSchema } from "./schemas/indicators.ts";
import { isoDate, numberHints, readNumber } from "./schemas/scalars.ts";
import type { Structure } from "./structure.ts";

/** Reads `data/<year>/indicators.yaml` into figures, in file order. */
export function readIndicators(sources: Sources, structure: Structure, diagnostics: Diagnostic[]): Figure[] {
  const source = sources.files.get(`data/${sources.year}/indicators.yaml`);
  const document = source && readYaml(source, diagnostics);
  const file = document && parse(indicatorsSchema, document, diagnostics);
  if (!document || !file) return [];
  const ids = Object.keys(file.indicators);
  diagnostics.push(...prefixProblems(ids, document));
  return Object.entries(file.indicators).flatMap(([id, input]) =>
    toFigure({ id, input, document, structure }, diagnostics),
  );
}

interface Declaration {
  readonly id: string;
  readonly input: IndicatorInput;
  readonly document: Document;
  readonly structure: Structure;
}

function toFigure({ id, input, document, structure }: Declaration, diagnostics: Diagnostic[]): Figure[] {
  const at = (field: string) => document.place(["indicators", id, field]);
  const unit = structure.units.get(input.unit);
  const before = diagnostics.length;
  if (!unit) diagnostics.push(undeclared("unit", input.unit, structure.units.keys(), at("unit")));
  if (!structure.sources.has(input.source))
    diagnostics.push(undeclared("source", input.source, structure.sources.keys(), at("source")));
  const observed = unit && readObservation(input, unit, at("value"), diagnostics);
  if (!unit || !observed || diagnostics.length > before) return [];
  return [
    {
      ref: id,
      ...observed,
      unit,
      status: input.status,
      source: input.source,
      place: document.place(["indicators", id]),
    },
  ];
}

type Observation = Pick<Figure, "value" | "date" | "places">;

function readObservation(
  { value, status }: IndicatorInput,
  unit: Unit,
  place: Place,
  diagnostics: Diagnostic[],
): Observation | null {
  if (value === undefined || status === "missing") {
    if ((value === undefined) !== (status === "missing")) diagnostics.push(statusProblem(value, place));
    return { value: null, date: null, places: 0 };
  }
  if (unit.kind === "date") {
    if (isoDate.safeParse(value).success) return { value: null, date: value, places: 0 };
    diagnostics.push(notA("date", value, ["write it as 2021-12-31"], place));
    return null;
  }
  const number = readNumber(value);
  if (!number) diagnostics.push(notA("number", value, numberHints(value), place));
  return number && { ...number, date: null };
}

function statusProblem(value: string | undefined, place: Place): Diagnostic {
  return value === undefined
    ? error({
        code: "no-value",
        message: "there is no value",
        place,
        hints: ["give one, or set status: missing"],
      })
    : error({
        code: "value-of-missing",
        message: `the status is “missing”, but there is a value, “${value}”`,
        place,
        hints: ["remove the value or the status"],
      });
}

/** A diagnostic for a text that is not the number or date it should be. */
export function notA(
  what: "number" | "date",
  found: string,
  hints: readonly string[],
  place: Place,
): Diagnostic {
  return error({ code: `not-a-${what}`, message: `expected a ${what}, found “${found}”`, place, hints });
}

/** A diagnostic for a unit, source or dimension that `report.yaml` does not declare. */
export function undeclared(what: string, name: string, known: Iterable<string>, place: Place): Diagnostic {
  return error({
    code: `unknown-${what}`,
    message: `the ${what} “${name}” is not declared in report.yaml`,
    place,
    hints: suggest(name, known),
  });
}

/** `a.b` and `a.b.c` cannot both be figures: a reference would be ambiguous to its reader. */
function prefixProblems(ids: readonly string[], document: Document): Diagnostic[] {
  const all = new Set(ids);
  return ids.flatMap((id) => {
    const parts = id.split(".");
    const prefix = parts.map((_, index) => parts.slice(0, index).join(".")).find((head) => all.has(head));
    if (prefix === undefined) return [];
    return [
      error({
        code: "ambiguous-id",
        message: `“${prefix}” and “${id}” cannot both be indicators: one is the beginning of the other`,
        place: document.place(["indicators", id]),
        hints: [`rename one of them, such as ${prefix}_total`],
      }),
    ];
  });
}
