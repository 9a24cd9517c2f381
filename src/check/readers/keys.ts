import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import { excerpt } from "./excerpt.ts";

/** A key that a mapping holds twice: readers would keep one of the two values without a word. */
export function duplicateKey(key: string, place: Place): Diagnostic {
  return error({
    code: "duplicate-key",
    message: `the key “${excerpt(key)}” is given twice`,
    place,
    hints: ["keep one of the two"],
  });
}

/** A key that JavaScript gives a meaning of its own. */
export function forbiddenKey(key: string, place: Place): Diagnostic {
  return error({
    code: "forbidden-key",
    message: `the key “${key}” is not allowed`,
    place,
    hints: ["rename it"],
  });
}
