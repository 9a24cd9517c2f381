import type Big from "big.js";
import { type Diagnostic, error, type Place, warning } from "../../model/diagnostic.ts";
import { suggest } from "../../model/nearest.ts";

import type { CellChange } from "./change.ts";

/** A cell of the workbook: file, and path such as `patents_valid!D7`. */
export type CellPlace = Place;

const wrong = (code: string, place: CellPlace, message: string, hints: readonly string[]): Diagnostic =>
  error({ code, place, message, hints });

/** Every message of an import, by the name of the trouble; all are errors but where they say so. */
export const MESSAGES = {
  wrongYear: (place: Place, found: number, year: number): Diagnostic =>
    wrong("wrong-year", place, `the workbook is of the report for ${found}, not for ${year}`, [
      `import it into that one: --year ${found}`,
    ]),
  changedTwice: (file: string, { table, row, column, was, is }: CellChange): Diagnostic =>
    warning({
      code: "changed-twice",
      place: { file },
      message: `${[table, row, column].join(".")} was changed in the workbook, and in the data since the workbook was made: ${excerpt(was) || "(empty)"} there, ${excerpt(is) || "(empty)"} here`,
      hints: ["yes takes the workbook’s"],
    }),
  staleUnattended: (place: Place): Diagnostic =>
    wrong("stale-workbook", place, "cells were changed both in the workbook and in the data", [
      "run without --yes on a terminal and look at the changes; or make a new workbook, and edit that one",
    ]),
  noSheets: (place: Place, names: readonly string[]): Diagnostic =>
    wrong("no-known-sheet", place, "the workbook has none of the report’s sheets", [
      `known: ${names.slice(0, 20).join(", ")}`,
      "whitepaper build --formats data makes workbooks that can be edited and read back",
    ]),
  missingSheet: (place: Place, name: string): Diagnostic =>
    warning({
      code: "missing-sheet",
      place,
      message: `the sheet “${name}” is not there: its data stay as they are`,
      hints: [],
    }),
  extraSheet: (place: CellPlace, name: string, known: readonly string[]): Diagnostic =>
    wrong("unknown-sheet", place, `the report has no table for the sheet “${name}”`, [
      ...suggest(name, known).filter((hint) => hint.startsWith("did")),
      "delete the sheet from the workbook, or keep it in one of its own",
    ]),
  hiddenSheet: (place: CellPlace, name: string): Diagnostic =>
    wrong("hidden-sheet", place, `the sheet “${name}” is hidden, and nobody would see what is imported`, [
      "show it, look at it, and save the workbook again",
    ]),
  changedAside: (place: CellPlace, name: string): Diagnostic =>
    warning({
      code: "not-read-back",
      place,
      message: `words on the sheet “${name}” were changed; only values, status and sources are read back`,
      hints: ["titles, headings and names are texts: change them in locales/<lang>/, notes where they stand"],
    }),
  noHeader: (place: CellPlace, name: string, key: string): Diagnostic =>
    wrong("no-header", place, `the sheet “${name}” has no row of codes that begins with “${key}”`, [
      "put the row of codes below the headings back, as it was in the workbook that was built",
    ]),
  missingColumn: (place: CellPlace, code: string): Diagnostic =>
    wrong("missing-column", place, `the column “${code}” is not there`, [
      "put it back with its code; cells without a value may be empty",
    ]),
  unknownColumn: (place: CellPlace, code: string, known: readonly string[]): Diagnostic =>
    wrong(
      "unknown-column",
      place,
      code === "" ? "a column without a code holds something" : `the table has no column “${code}”`,
      [
        ...(code === "" ? [] : suggest(code, known).filter((hint) => hint.startsWith("did"))),
        "delete the column; a new one is declared in report.yaml first",
      ],
    ),
  duplicateColumn: (place: CellPlace, code: string): Diagnostic =>
    wrong("duplicate-column", place, `the column “${code}” is there twice`, ["keep one of the two"]),
  mergedCells: (place: CellPlace): Diagnostic =>
    wrong("merged-cells", place, "cells are merged: it cannot be told whose value it is", [
      "unmerge them, and give each cell its own value",
    ]),
  noCode: (place: CellPlace): Diagnostic =>
    wrong("row-without-code", place, "a row without a code holds something", [
      "delete the row, or what stands below the table; sums and notes belong elsewhere",
    ]),
  unknownRow: (place: CellPlace, code: string, known: readonly string[]): Diagnostic =>
    wrong("unknown-row", place, `the table has no row “${code}”`, [
      ...suggest(code, known).filter((hint) => hint.startsWith("did")),
      "codes are not changed here; a new row is added to the CSV first",
    ]),
  duplicateRow: (place: CellPlace, code: string, first: string): Diagnostic =>
    wrong("duplicate-row", place, `the row “${code}” is there twice, first at ${first}`, [
      "keep one of the two",
    ]),
  missingRows: (place: CellPlace, codes: readonly string[]): Diagnostic =>
    wrong(
      "missing-row",
      place,
      `${codes.length === 1 ? "a row is" : `${codes.length} rows are`} not there: ${codes.slice(0, 10).join(", ")}${codes.length > 10 ? ", …" : ""}`,
      ["put back what was deleted; a value that is not known is an empty cell"],
    ),
  formula: (place: CellPlace, formula: string): Diagnostic =>
    wrong("formula", place, `the cell holds a formula, ${excerpt(`=${formula}`)}`, [
      "put the value in its place: copy, then paste special, values only",
    ]),
  errorValue: (place: CellPlace, text: string): Diagnostic =>
    wrong("error-value", place, `the cell holds an error, ${excerpt(text)}`, [
      "type the value; leave the cell empty when there is none",
    ]),
  textNumber: (place: CellPlace, text: string): Diagnostic =>
    wrong("text-number", place, `the cell holds text that looks like a number, “${excerpt(text)}”`, [
      "make it a number: set the cell’s format to Number and type it again, without separators or units",
    ]),
  notANumber: (place: CellPlace, text: string): Diagnostic =>
    wrong("not-a-number", place, `expected a number, found “${excerpt(text)}”`, [
      "leave the cell empty when there is no value; notes belong elsewhere",
    ]),
  dateForNumber: (place: CellPlace, day: string): Diagnostic =>
    wrong("date-for-number", place, `expected a number, found the date ${day}`, [
      "a spreadsheet turns 1/2 or 5-1 into a date: set the cell’s format to Number and type the number again",
    ]),
  notADate: (place: CellPlace, found: string): Diagnostic =>
    wrong("not-a-date", place, `expected a date, found ${excerpt(found)}`, ["write it as 2021-12-31"]),
  percentFormat: (place: CellPlace, held: Big, inPercent: boolean): Diagnostic => {
    const shown = held.times(100).toFixed();
    return wrong("percent-format", place, `the cell is shown as ${shown}%, but holds ${held.toFixed()}`, [
      inPercent
        ? `set its format to Number and type ${shown}: the unit says that it is a percentage`
        : "set its format to Number and type the number that is meant; the unit is no percentage",
    ]);
  },
  notWhole: (place: CellPlace, found: string, unit: string): Diagnostic =>
    wrong("not-whole", place, `a figure in “${unit}” is a whole number, found ${found}`, [
      "type the whole number",
    ]),
  tooManyPlaces: (place: CellPlace, found: string, places: number): Diagnostic =>
    wrong(
      "too-many-places",
      place,
      `expected ${places} decimal places at most, as the cell shows; it holds ${found}`,
      ["round it to what is shown, or show all of its decimals"],
    ),
  binaryNoise: (place: CellPlace, found: string, taken: string): Diagnostic =>
    warning({
      code: "binary-noise",
      place,
      message: `the cell holds ${found}, which is what computing with binary fractions makes of ${taken}; ${taken} is taken`,
      hints: ["a spreadsheet shows 15 digits, too"],
    }),
  unknownStatus: (place: CellPlace, found: string, known: readonly string[]): Diagnostic =>
    wrong("unknown-status", place, `there is no status “${excerpt(found)}”`, suggest(found, known)),
  unknownSource: (place: CellPlace, found: string, known: readonly string[]): Diagnostic =>
    wrong(
      "unknown-source",
      place,
      `there is no source “${excerpt(found)}” in report.yaml`,
      suggest(found, known),
    ),
  notAnAddress: (place: CellPlace, found: string): Diagnostic =>
    wrong("not-an-address", place, `expected a web address, found “${excerpt(found)}”`, [
      "write it as https://…, or leave the cell empty",
    ]),
  notText: (place: CellPlace, found: string): Diagnostic =>
    wrong("not-text", place, `expected words, found ${excerpt(found)}`, ["type the word"]),
  notEditable: (place: CellPlace, id: string): Diagnostic =>
    wrong("not-editable", place, `${id} is written in a way that is not edited from outside`, [
      "change it in indicators.yaml by hand, where it stands as an alias or over several lines",
    ]),
  changedMeanwhile: (file: string): Diagnostic =>
    wrong("changed-meanwhile", { file }, "the file has changed while the workbook was being read", [
      "import the workbook again",
    ]),
} as const;

/** As much of a text as a message can hold. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
