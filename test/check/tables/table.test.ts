import { expect, test } from "vitest";
import { edited, problems, shown } from "../../support/report.ts";

const CSV = "data/2030/tables/loans.csv";

const good = `branch,books,films
Harbour,120400,3100
Hill,80250,2050
Park,45125,
Mill,9000,410
All,254775,
`;

const csv = async (text: string | Uint8Array) => shown(await problems({ [CSV]: text }));
const swapped = (from: string, to: string) => csv(good.replace(from, to));

test("the report is right as it is", async () => {
  expect(await csv(good)).toBe("");
});

test("BOM, CRLF, CR, blank rows and columns in another order are simply right", async () => {
  expect(await csv(`\ufeff${good.replaceAll("\n", "\r\n")}`)).toBe("");
  expect(await csv(good.replaceAll("\n", "\r"))).toBe("");
  expect(await csv(`${good}\n,,\n,,\n`)).toBe("");
  expect(await csv(good.replace("branch,books,films", '"branch","books","films"'))).toBe("");
  expect(
    await csv(
      "films,branch,books\n3100,Harbour,120400\n2050,Hill,80250\n,Park,45125\n410,Mill,9000\n,All,254775",
    ),
  ).toBe("");
});

test.for([
  ["semicolons", good.replaceAll(",", ";")],
  ["semicolons around quoted cells", '"branch";"books";"films"\n"Harbour";"1";"2"\n'],
  ["tabs", good.replaceAll(",", "\t")],
  ["quoted thousands separators", good.replace("120400", '"120,400"')],
  ["thousands separators", good.replace("120400", "120,400")],
  ["thousands points", good.replace("120400", "120.400")],
  ["thousands spaces", good.replace("120400", "120 400")],
  ["decimal comma, quoted", good.replace("120400", '"1204,5"')],
  ["decimal comma", good.replace("45125,", "451,5,")],
  ["percent sign", good.replace("120400", "12%")],
  ["full-width digits", good.replace("120400", "１２０")],
  ["leading zero", good.replace("120400", "0120")],
  ["words", good.replace("120400", "unknown")],
  ["a part of a loan", good.replace("120400", "12.5")],
] as const)("%s", async ([name, text]) => {
  expect(await csv(text)).toMatchSnapshot(name);
});

test("a missing column and one that is not declared", async () => {
  expect(await swapped("books,films", "boks,films")).toMatchInlineSnapshot(`
    "error missing-column
      data/2030/tables/loans.csv:1:1
      the column “books” is missing
      → did you mean “boks”?
    error unknown-column
      data/2030/tables/loans.csv:1:8
      report.yaml declares no column “boks” for this table
      → did you mean “books”?"
  `);
});

test("a column too few, and a column without a name", async () => {
  expect(await csv(good.replace(/,[^,\n]*$/gm, ""))).toMatchInlineSnapshot(`
    "error missing-column
      data/2030/tables/loans.csv:1:1
      the column “films” is missing
      → add it, with empty cells where there is no value"
  `);
  expect(await csv(good.replaceAll("\n", ",\n"))).toMatchInlineSnapshot(`
    "error unnamed-column
      data/2030/tables/loans.csv:1:20
      column 4 has no name
      → name it, or delete the column in the spreadsheet"
  `);
});

test("a column twice", async () => {
  expect(await csv(good.replace("films", "books"))).toMatchInlineSnapshot(`
    "error missing-column
      data/2030/tables/loans.csv:1:1
      the column “films” is missing
      → add it, with empty cells where there is no value
    error duplicate-column
      data/2030/tables/loans.csv:1:14
      the column “books” is there twice
      → keep one of the two"
  `);
});

test("an unknown branch, with what was meant; what refers to its figures is not reported as well", async () => {
  expect(await swapped("Harbour", "Harbor")).toMatchInlineSnapshot(`
    "error unknown-branch
      data/2030/tables/loans.csv:2:1
      there is no branch “Harbor”
      → did you mean “Harbour”?"
  `);
});

test("a row twice, by two names, and a row without a name", async () => {
  expect(await csv(`${good}harbour,1,2\n,3,4\n`)).toMatchInlineSnapshot(`
    "error duplicate-row
      data/2030/tables/loans.csv:7:1
      the row “harbour” is there twice, first in line 2
      → keep one of the two
    error no-key
      data/2030/tables/loans.csv:8:1
      the row does not say its branch
      → fill in the cell, or delete the row"
  `);
});

test("rows with too many and too few cells", async () => {
  expect(
    await csv(good.replace("410", "410,7").replace("Hill,80250,2050", "Hill,80250")),
  ).toMatchInlineSnapshot(`
    "error ragged-row
      data/2030/tables/loans.csv:3:1
      the row “Hill” has 2 cells; the header has 3
      → add the missing cells; leave them empty where there is no value
    error ragged-row
      data/2030/tables/loans.csv:5:1
      the row “Mill” has 4 cells; the header has 3
      → a comma inside a number splits it: write 88932, not 88,932, and 12.5, not 12,5
      → put a text with commas into quotation marks"
  `);
});

test("a quotation mark that is never closed, and one inside a cell", async () => {
  expect(await swapped("Harbour", '"Harbour')).toMatchInlineSnapshot(`
    "error broken-csv
      data/2030/tables/loans.csv:2
      not valid CSV: a quotation mark is opened and never closed
      → put the whole cell into quotation marks, and double those inside: "the ""Plan""""
  `);
  expect(await swapped("Harbour", 'Har"bour')).toMatchInlineSnapshot(`
    "error broken-csv
      data/2030/tables/loans.csv:2
      not valid CSV: a quotation mark stands inside a cell
      → put the whole cell into quotation marks, and double those inside: "the ""Plan""""
  `);
});

test("places count lines and columns in quoted cells with line breaks too", async () => {
  expect(await csv(good.replace("Hill,80250", '"Hi\r\nll",x'))).toMatchInlineSnapshot(`
    "error unknown-branch
      data/2030/tables/loans.csv:3:1
      there is no branch “Hi ll”
      → did you mean “Hill”?"
  `);
});

test("no rows, nothing at all, no file, a folder instead of a file", async () => {
  expect(await csv("branch,books,films\n")).toMatchInlineSnapshot(`
    "error no-rows
      data/2030/tables/loans.csv:1
      the table has a header and no rows
      → add a row for each key, with empty cells where there is no value"
  `);
  expect(await csv(" \n")).toMatchInlineSnapshot(`
    "error empty-file
      data/2030/tables/loans.csv
      the file is empty
      → fill it, or bring back an older copy"
  `);
  expect(shown(await problems({ [CSV]: null, "data/2030/tables/lones.csv": good }))).toMatchInlineSnapshot(`
    "error no-table-file
      data/2030/report.yaml:26:3 (tables.loans.file)
      the file data/2030/tables/loans.csv does not exist
      → did you mean “data/2030/tables/lones.csv”?"
  `);
  expect(shown(await problems({ [CSV]: null, [`${CSV}/part.csv`]: good }))).toMatchInlineSnapshot(`
    "error no-table-file
      data/2030/report.yaml:26:3 (tables.loans.file)
      data/2030/tables/loans.csv is a folder, not a file
      → did you mean “data/2030/tables/visits.csv”?"
  `);
});

test("where no table is there, files of other folders are not taken for one", async () => {
  const none = { [CSV]: null, "data/2030/tables/visits.csv": null, "locales/glossary.csv": "en\n" };
  expect(await problems(none)).toContainEqual(
    expect.objectContaining({
      code: "no-table-file",
      message: `the file ${CSV} does not exist`,
      hints: [expect.stringContaining("put their folder back")],
    }),
  );
});

test("one cell as long as a book", async () => {
  expect(await swapped("120400", "9".repeat(1_000_000))).toMatchInlineSnapshot(`
    "error not-a-number
      data/2030/tables/loans.csv:2:9
      expected a number, found “999999999999999999999999999999999999999999999999999999999999…”
      → digits, at most one decimal point, a minus sign for a decrease"
  `);
  expect(await swapped("Harbour", "Harbour".repeat(100_000))).toMatchInlineSnapshot(`
    "error unknown-branch
      data/2030/tables/loans.csv:2:1
      there is no branch “HarbourHarbourHarbourHarbourHarbourHarbourHarbourHarbourHarb…”
      → known: Harbour, Hill, Park, Mill, All"
  `);
});

const report = (from: string, to: string) => edited("data/2030/report.yaml", from, to);

test("units, sources and dimensions that are not declared", async () => {
  expect(
    shown(await problems(await report("books: { unit: loan }", "books: { unit: loans }"))),
  ).toMatchInlineSnapshot(`
    "error unknown-unit
      data/2030/report.yaml:30:22 (tables.loans.columns.books.unit)
      the unit “loans” is not declared in report.yaml
      → did you mean “loan”?"
  `);
  expect(shown(await problems(await report("source: survey\n", "source: survy\n")))).toMatchInlineSnapshot(`
    "error unknown-source
      data/2030/report.yaml:28:13 (tables.loans.source)
      the source “survy” is not declared in report.yaml
      → did you mean “survey”?"
  `);
  expect(
    shown(await problems(await report("films: { unit: loan }", "films: { unit: loan, source: survye }"))),
  ).toMatchInlineSnapshot(`
    "error unknown-source
      data/2030/report.yaml:31:36 (tables.loans.columns.films.source)
      the source “survye” is not declared in report.yaml
      → did you mean “survey”?"
  `);
  expect(
    shown(await problems(await report("dimension: branch", "dimension: branches"))),
  ).toMatchInlineSnapshot(`
    "error unknown-dimension
      data/2030/report.yaml:27:39 (tables.loans.key.dimension)
      the dimension “branches” is not declared in report.yaml
      → did you mean “branch”?"
  `);
});

test("decimal places that a spreadsheet dropped", async () => {
  const changes = await report("books: { unit: loan }", "books: { unit: share, places: 2 }");
  const text = changes["data/2030/report.yaml"] as string;
  const yaml = text.replace("units:", "units:\n  share: { kind: decimal }");
  const places = good.replace("120400", "12.40").replace("80250", "8.2");
  expect(
    shown(
      await problems({
        [CSV]: places.replace("45125", "4.51").replace("9000", "0.90").replace("254775", "26.01"),
        "data/2030/report.yaml": yaml,
      }),
    ).split("\nerror wrong-format")[0],
  ).toMatchInlineSnapshot(`
    "error wrong-places
      data/2030/tables/loans.csv:3:6
      expected 2 decimal places, found 1 in “8.2”
      → a spreadsheet may have dropped a zero at the end, or rounded"
  `);
});

test("attributes that contradict the dimension, and attributes without one", async () => {
  const key = "    key: { column: branch, dimension: branch }\n    source: survey\n    columns:\n      books";
  const attributes = key.replace("    source", "    attributes: { type: kind }\n    source");
  const typed = good.replaceAll(/^([^,]+),/gm, "$1,branch,").replace("branch,branch", "branch,type");
  expect(shown(await problems({ ...(await report(key, attributes)), [CSV]: typed }))).toMatchInlineSnapshot(`
    "error wrong-attribute
      data/2030/tables/loans.csv:6:5
      type: expected “total” for all, found “branch”
      → report.yaml says what each member is; mend the one that is wrong"
  `);
  const free = attributes.replace(", dimension: branch", "");
  expect(shown(await problems({ ...(await report(key, free)), [CSV]: typed }))).toMatchInlineSnapshot(`
    "error no-dimension
      data/2030/report.yaml:28:17 (tables.loans.attributes)
      attributes belong to the members of a dimension, and the key has none
      → add key.dimension, or remove the attributes"
  `);
});

test("what a row says of itself: status and source", async () => {
  const key = "    key: { column: branch, dimension: branch }\n    source: survey\n    columns:\n      books";
  const stated = key.replace("    source", "    row: { status: status, source: source }\n    source");
  const text = `branch,books,films,status,source
Harbour,120400,3100,normal,survey
Hill,80250,2050,missing,
Park,,,normal,
Mill,9000,410,estimatd,surveys
All,254775,,,
`;
  expect(shown(await problems({ ...(await report(key, stated)), [CSV]: text }))).toMatchInlineSnapshot(`
    "error value-of-missing
      data/2030/tables/loans.csv:3:6
      the status is “missing”, but there is a value, “80250”
      → remove the value or the status
    error value-of-missing
      data/2030/tables/loans.csv:3:12
      the status is “missing”, but there is a value, “2050”
      → remove the value or the status
    error no-value
      data/2030/tables/loans.csv:4:6
      there is no value
      → give one, or set the status to “missing”
    error unknown-status
      data/2030/tables/loans.csv:5:15
      there is no status “estimatd”
      → did you mean “estimated”?
    error unknown-source
      data/2030/tables/loans.csv:5:24
      the source “surveys” is not declared in report.yaml
      → did you mean “survey”?"
  `);
});
