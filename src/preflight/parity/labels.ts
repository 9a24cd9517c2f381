import type { ParsedNumber } from "../../language/parse/parseFigures.ts";
import { closed } from "../reading/normalize.ts";
import type { Pair } from "../text/compare.ts";
import type { ParityContext } from "./prose.ts";

/** Proves that words which are bound to no figures, such as labels and headers, show the numbers that they should: the same ones in the same order. */
export function proveLabel({ expected, found }: Pair, { read, complaints }: ParityContext): boolean {
  const same = closed(found.text).startsWith(closed(expected.text));
  // A contents line goes on with its page number, which is checked there.
  if (same && (expected.role === "contents" || closed(expected.text) === closed(found.text))) return true;
  const wanted = read(expected.text).numbers.map(stated);
  const seen = read(found.text).numbers.map(stated);
  if (expected.role === "contents") seen.length = Math.min(seen.length, wanted.length);
  const at = Array.from({ length: Math.max(wanted.length, seen.length) }, (_, i) => i).find(
    (i) => wanted[i] !== seen[i],
  );
  if (at === undefined) return true;
  complaints.error({
    code: "figure-differs",
    key: expected.key,
    page: found.page,
    message: `“${found.text.trim()}” shows ${seen[at] ?? "no number"}, expected ${wanted[at] ?? "none"}`,
  });
  return false;
}

function stated(number: ParsedNumber): string {
  if (number.kind === "date") return number.date;
  const { value, kind, direction } = number;
  return [value.toFixed(), kind === "percent" ? "%" : "", direction ?? ""].join("");
}
