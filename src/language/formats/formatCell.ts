import type { Figure } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import type { LanguageWords } from "../../model/words.ts";
import { printNumber } from "../printNumber.ts";
import { formatFigure } from "./format.ts";

/**
 * Prints a table's cell: the number in its unit with the places of the source, without the unit, which the column's heading
 * names. Thousands are grouped but in a year; a date prints as in prose. A missing value and one that cannot be have signs.
 */
export function formatCell(figure: Figure, language: Language, words: LanguageWords): string {
  if (figure.date !== null) return formatFigure(figure, "date", words, language);
  if (figure.value === null)
    return figure.status === "not-applicable" ? words.cell.notApplicable : words.cell.missing;
  return printNumber(figure.value, {
    places: figure.places,
    grouped: figure.unit.kind !== "year",
  });
}
