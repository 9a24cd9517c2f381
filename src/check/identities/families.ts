import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import { suggest } from "../../model/nearest.ts";
import type { CheckInput } from "./checks-schema.ts";
import { codesOf, type FigureWorld } from "./references.ts";

/** One repetition of a check: its id, and the values of its variables. */
export interface Assignment {
  readonly id: string;
  readonly values: ReadonlyMap<string, string>;
}

/** A declared check whose repetitions are wanted. */
export interface Family {
  readonly family: string;
  readonly check: CheckInput;
  readonly world: FigureWorld;
  readonly place: (...fields: string[]) => Place;
}

/** So many checks a report may have: a few variables of many values make more of them than a machine can hold. */
export const MOST_CHECKS = 50_000;

/**
 * Every combination of the values of `each`, in the order in which they are written; just one for a check without it. More than there is `room`
 * for are an error, and none.
 */
export function assignmentsOf(
  { family, check, world, place }: Family,
  room: number,
  problems: Diagnostic[],
): Assignment[] {
  problems.push(...unused(check, place));
  const variables = Object.entries(check.each).map(
    ([variable, written]) => [variable, valuesOf(written, world, place("each", variable), problems)] as const,
  );
  const count = variables.reduce((product, [, values]) => product * values.length, 1);
  if (count > room) {
    problems.push(tooMany(count, place()));
    return [];
  }
  return variables.reduce<Assignment[]>(
    (assignments, [variable, values]) =>
      assignments.flatMap((assignment) =>
        values.map((value) => ({
          id: `${assignment.id}.${value}`,
          values: new Map([...assignment.values, [variable, value]]),
        })),
      ),
    [{ id: family, values: new Map() }],
  );
}

function tooMany(count: number, place: Place): Diagnostic {
  return error({
    code: "too-many-checks",
    message: `“each” repeats the check ${count} times; a report may have ${MOST_CHECKS} checks in all`,
    place,
    hints: ["give “each” fewer variables, or fewer values"],
  });
}

function valuesOf(
  written: string | readonly string[],
  world: FigureWorld,
  place: Place,
  problems: Diagnostic[],
): readonly string[] {
  return (typeof written === "string" ? [written] : written).flatMap((item) => {
    if (!/[=*]/.test(item)) return [item];
    const codes = codesOf(item, world);
    if (codes.ok) return codes.found;
    problems.push(error({ ...codes, place }));
    return [];
  });
}

const VARIABLE = /\{([^{}]*)\}/g;

/** A reference with its variables put in; null, with a diagnostic, when one of them is not in `each`. */
export function substitute(
  reference: string,
  values: ReadonlyMap<string, string>,
  place: () => Place,
  problems: Diagnostic[],
): string | null {
  const unknown = [...reference.matchAll(VARIABLE)]
    .map(([, name = ""]) => name)
    .find((name) => !values.has(name));
  if (unknown === undefined) return reference.replace(VARIABLE, (_, name: string) => values.get(name) ?? "");
  problems.push(
    error({
      code: "unknown-variable",
      message: `“${reference}”: “each” has no variable “${unknown}”`,
      place: place(),
      hints: values.size > 0 ? suggest(unknown, values.keys()) : ["add it to “each”"],
    }),
  );
  return null;
}

function unused({ each, roles }: CheckInput, place: Family["place"]): Diagnostic[] {
  const references = roles.flatMap(([, named]) => named);
  return Object.keys(each)
    .filter((variable) => !references.some((reference) => reference.includes(`{${variable}}`)))
    .map((variable) =>
      error({
        code: "unused-variable",
        message: `the variable “${variable}” is used nowhere: the same check would be repeated`,
        place: place("each", variable),
        hints: [`write {${variable}} where its value belongs, or remove it`],
      }),
    );
}
