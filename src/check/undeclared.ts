import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import { suggest } from "../model/nearest.ts";
import { excerpt } from "./readers/excerpt.ts";

/** A diagnostic for a unit, source or dimension that `report.yaml` does not declare. */
export function undeclared(what: string, name: string, known: Iterable<string>, place: Place): Diagnostic {
  return error({
    code: `unknown-${what}`,
    message: `the ${what} “${excerpt(name)}” is not declared in report.yaml`,
    place,
    hints: suggest(name, known),
  });
}
