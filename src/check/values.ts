import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import type { Unit, UnitKind } from "../model/figure.ts";
import { excerpt } from "./readers/excerpt.ts";
import { isoDate, numberHints, readNumber, type WrittenNumber } from "./schemas/scalars.ts";

/** Kinds of units that have no parts: a figure of one is a whole number. */
const WHOLE: ReadonlySet<UnitKind> = new Set(["count", "rank", "year"]);

/** The number of a figure as written; null, and a diagnostic, when it is none or does not fit its unit. */
export function readValue(
  text: string,
  unit: Unit,
  place: Place,
  diagnostics: Diagnostic[],
): WrittenNumber | null {
  const number = readNumber(text);
  if (!number) {
    diagnostics.push(notA("number", text, numberHints(text), place));
    return null;
  }
  if (number.places === 0 || !WHOLE.has(unit.kind)) return number;
  diagnostics.push(
    error({
      code: "not-whole",
      message: `a figure in “${unit.id}” is a whole number, found “${excerpt(text)}”`,
      place,
      hints: /\.\d{3}$/.test(text)
        ? [`if the point separates thousands, remove it: ${text.replaceAll(".", "")}`]
        : ["give the whole number, or a unit of kind decimal"],
    }),
  );
  return null;
}

/** A date as written; null, and a diagnostic, when it is none. */
export function readDate(text: string, place: Place, diagnostics: Diagnostic[]): string | null {
  if (isoDate.safeParse(text).success) return text;
  diagnostics.push(notA("date", text, ["write it as 2021-12-31"], place));
  return null;
}

function notA(what: "number" | "date", found: string, hints: readonly string[], place: Place): Diagnostic {
  return error({
    code: `not-a-${what}`,
    message: `expected a ${what}, found “${excerpt(found)}”`,
    place,
    hints,
  });
}

/** A value is given although the status says that it is missing. */
export function valueOfMissing(text: string, place: Place): Diagnostic {
  return error({
    code: "value-of-missing",
    message: `the status is “missing”, but there is a value, “${excerpt(text)}”`,
    place,
    hints: ["remove the value or the status"],
  });
}

/** No value is given, and the status does not say that it is missing. */
export function noValue(place: Place): Diagnostic {
  return error({
    code: "no-value",
    message: "there is no value",
    place,
    hints: ["give one, or set the status to “missing”"],
  });
}
