import { parseAs } from "../../language/parse/parseAs.ts";
import type { Locale } from "../../model/report.ts";
import type { Pair } from "../text/compare.ts";
import { expectations } from "./expectations.ts";
import { ownValue, type ParityContext, type ProvenFigure } from "./prose.ts";

/** Proves that a table's cell shows its figure's value, and no number where the figure has none. Null if it does not. */
export function proveCell(
  { expected, found }: Pair,
  { language, words }: Locale,
  { figures, complaints }: ParityContext,
): ProvenFigure[] | null {
  const text = found.text.trim();
  const [wanted] = expectations(expected.figures ?? [], figures);
  const { key } = expected;
  if (!wanted) {
    if (!/\p{Nd}/u.test(text)) return [];
    const ref = expected.figures?.[0]?.ref ?? "";
    complaints.error({
      code: "figure-extra",
      key,
      page: found.page,
      message: `the cell ${ref} has no value and shows “${text}”`,
    });
    return null;
  }
  const { value, ref, printed } = wanted;
  const read = parseAs(text, typeof value === "string" ? "date" : "decimal", language, words);
  if (read !== null && (typeof read === "string" ? read === value : read.eq(value)))
    return [{ ref, value: ownValue(figures.get(ref)) }];
  complaints.error({
    code: "figure-differs",
    key,
    page: found.page,
    message: `the cell ${ref} (“${printed}”) reads “${text}”`,
  });
  return null;
}
