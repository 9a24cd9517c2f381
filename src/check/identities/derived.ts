import type Big from "big.js";
import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import type { Figure, Status, Unit } from "../../model/figure.ts";
import type { Document } from "../readers/document.ts";
import { undeclared } from "../undeclared.ts";
import { growthOf, quotientOf, shareOf, sumOf } from "./arithmetic.ts";
import type { DerivedInput } from "./derived-schema.ts";
import { alike } from "./instances.ts";
import { type FigureWorld, type Term, termsOf } from "./references.ts";
import { rounded } from "./rounding.ts";

/** What derived figures are made from. */
export interface DerivedRequest {
  readonly inputs: Readonly<Record<string, DerivedInput>>;
  readonly document: Document;
  readonly world: FigureWorld;
  readonly units: ReadonlyMap<string, Unit>;
  /** Ids of the declared sources. */
  readonly sources: ReadonlySet<string>;
}

/** The reference of a derived figure: `derived.<id>`, or the id itself where it has a dot. */
function refOf(id: string): string {
  return id.includes(".") ? id : `derived.${id}`;
}

/** Computes the derived figures, each after those that it is made from; by reference. */
export function deriveFigures(request: DerivedRequest, diagnostics: Diagnostic[]): Map<string, Figure> {
  const done = new Map<string, Figure | null>();
  const derived = new Map<string, Figure>();
  const figures = new Map(request.world.figures);
  const world = { ...request.world, figures };
  const keep = (id: string, figure: Figure | null) => {
    done.set(id, figure);
    if (!figure) return;
    derived.set(figure.ref, figure);
    figures.set(figure.ref, figure);
  };
  for (const id of Object.keys(request.inputs))
    derive({ ...request, world }, { id, path: [], done, keep }, diagnostics);
  return derived;
}

interface Visit {
  readonly id: string;
  /** Ids whose computation led here. */
  readonly path: readonly string[];
  /** Ids computed so far; null for those that cannot be. */
  readonly done: ReadonlyMap<string, Figure | null>;
  /** Takes what was computed, so that later formulas find it. */
  readonly keep: (id: string, figure: Figure | null) => void;
}

function derive(request: DerivedRequest, visit: Visit, diagnostics: Diagnostic[]): void {
  const { id, path, done, keep } = visit;
  const input = request.inputs[id];
  if (!input || done.has(id)) return;
  const place = request.document.place(["derived", id]);
  if (path.includes(id)) {
    diagnostics.push(circular([...path.slice(path.indexOf(id)), id], place));
    keep(id, null);
    return;
  }
  const needed = neededBy(input, request);
  for (const other of needed) derive(request, { ...visit, id: other, path: [...path, id] }, diagnostics);
  if (done.has(id)) return;
  if (needed.some((other) => done.get(other) === null)) {
    keep(id, null);
    return;
  }
  keep(id, compute(request, { id, input, place }, diagnostics));
}

/** Ids of the derived figures that a formula names. */
function neededBy({ roles }: DerivedInput, { inputs }: DerivedRequest): string[] {
  const references = roles.flatMap(([, named]) => named);
  const ids = references.map((reference) => reference.replace(/^derived\./, ""));
  return ids.filter((id, index) => Object.hasOwn(inputs, id) && refOf(id) === references[index]);
}

function circular(path: readonly string[], place: Place): Diagnostic {
  return error({
    code: "circular-formula",
    message: `derived figures need each other: ${path.join(" → ")}`,
    place,
    hints: ["take one of them from the data instead"],
  });
}

interface Formula {
  readonly id: string;
  readonly input: DerivedInput;
  readonly place: Place;
}

function compute(request: DerivedRequest, formula: Formula, diagnostics: Diagnostic[]): Figure | null {
  const { id, input, place } = formula;
  const problems: Diagnostic[] = [];
  const roles = operandsOf(request, formula, problems);
  const figures = [...roles.values()].flat().flatMap(({ figure }) => figure ?? []);
  const unit = request.units.get(input.unit);
  if (!unit) problems.push(undeclared("unit", input.unit, request.units.keys(), place));
  else problems.push(...unitProblems(formula, unit, figures));
  const source = sourceOf(request, formula, figures, problems);
  if (request.world.figures.has(refOf(id))) problems.push(taken(id, place));
  diagnostics.push(...problems);
  if (!unit || source === null || problems.length > 0) return null;
  const missing = figures.some(
    ({ status, value }) => status === "missing" || (value === null && needsAll(input)),
  );
  const exact = missing ? null : evaluate(input, roles);
  const places = input.places ?? Math.max(0, ...figures.map((figure) => figure.places));
  return {
    ref: refOf(id),
    value: exact && rounded(exact, places, input.rounding),
    date: null,
    places: exact ? places : 0,
    unit,
    status: exact ? worstStatus(figures) : "missing",
    source,
    place: { ...place, path: refOf(id) },
  };
}

/** A sum does without what is not applicable; every other formula needs all its figures. */
function needsAll({ formula }: DerivedInput): boolean {
  return formula !== "sum";
}

type Operands = ReadonlyMap<string, readonly Term[]>;

function operandsOf({ world }: DerivedRequest, { input, place }: Formula, problems: Diagnostic[]): Operands {
  return new Map(
    input.roles.map(([role, references]) => [
      role,
      references.flatMap((reference) => {
        const resolved = termsOf(reference, world);
        if (resolved.ok) return resolved.found;
        problems.push(error({ ...resolved, place }));
        return [];
      }),
    ]),
  );
}

/** The formula's exact value; null when it would divide by zero or by nothing. */
function evaluate(input: DerivedInput, operands: Operands): Big | null {
  const total = (role: string) => sumOf((operands.get(role) ?? []).flatMap(({ value }) => value ?? []));
  switch (input.formula) {
    case "sum":
      return total("parts");
    case "difference":
      return total("value").minus(total("base"));
    case "growth":
      return growthOf(total("value"), total("base"));
    case "share":
      return shareOf(total("part"), total("whole"));
    case "rate":
      return quotientOf(total("of"), total("per"));
    case "ratio":
      return quotientOf(total("of"), total("to"));
  }
}

/** From best to worst: a result is as good as the worst of its figures. */
const STATUSES: readonly Status[] = ["normal", "provisional", "estimated"];

function worstStatus(figures: readonly Figure[]): Status {
  const worst = Math.max(0, ...figures.map(({ status }) => STATUSES.indexOf(status)));
  return STATUSES[worst] ?? "normal";
}

/** Sums and differences keep the unit of what they are made from; a growth compares two figures in one unit. */
function unitProblems({ id, input, place }: Formula, unit: Unit, figures: readonly Figure[]): Diagnostic[] {
  const { formula } = input;
  if (formula === "growth") return growthProblems({ id, input, place }, figures);
  if (formula !== "sum" && formula !== "difference") return [];
  const stranger = figures.find((figure) => !alike(figure.unit, unit));
  if (!stranger) return [];
  const message = `${refOf(id)} is in ${unit.id}, ${stranger.ref} in ${stranger.unit.id}: they cannot be added`;
  return [error({ code: "mixed-units", message, place })];
}

function growthProblems({ id, place }: Formula, [value, base]: readonly Figure[]): Diagnostic[] {
  if (!value || !base || alike(value.unit, base.unit)) return [];
  const message = `${refOf(id)}: ${value.ref} is in ${value.unit.id}, ${base.ref} in ${base.unit.id}: they cannot be compared`;
  return [error({ code: "mixed-units", message, place })];
}

function sourceOf(
  { sources }: DerivedRequest,
  { id, input, place }: Formula,
  figures: readonly Figure[],
  problems: Diagnostic[],
): string | null {
  if (input.source !== undefined && !sources.has(input.source))
    problems.push(undeclared("source", input.source, sources, place));
  const found = new Set(figures.map(({ source }) => source));
  const [only] = found;
  if (input.source !== undefined || found.size === 1) return input.source ?? only ?? null;
  if (found.size > 1)
    problems.push(
      error({
        code: "several-sources",
        message: `${refOf(id)} is made from several sources: ${[...found].join(", ")}`,
        place,
        hints: ["say which one to name: source: …"],
      }),
    );
  return null;
}

function taken(id: string, place: Place): Diagnostic {
  return error({
    code: "duplicate-figure",
    message: `“${refOf(id)}” is an indicator or a cell too`,
    place,
    hints: ["a figure lives once: rename one of the two"],
  });
}
