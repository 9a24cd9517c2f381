import { expect, test } from "vitest";
import { edited, problems, shown } from "../support/report.ts";

const FILE = "data/2030/report.yaml";

const after = async (from: string, to: string) => shown(await problems(await edited(FILE, from, to)));

test("no report, an empty one, a folder in its place", async () => {
  expect(shown(await problems({ [FILE]: null }))).toMatchInlineSnapshot(`
    "error no-report
      data/2030/report.yaml
      there is no report for 2030
      → check the year, and the report's folder (--root)"
  `);
  expect(shown(await problems({ [FILE]: "" }))).toMatchInlineSnapshot(`
    "error empty-file
      data/2030/report.yaml
      the file is empty
      → fill it, or bring back an older copy"
  `);
  expect(shown(await problems({ [FILE]: null, [`${FILE}/x.yaml`]: "a: 1" }))).toMatchInlineSnapshot(`
    "error no-report
      data/2030/report.yaml
      data/2030/report.yaml is a folder, not a file"
  `);
});

test("a report of another year", async () => {
  expect(await after("year: 2030", "year: 2029")).toMatchInlineSnapshot(`
    "error wrong-year
      data/2030/report.yaml:1:7 (year)
      year: expected 2030, as the folder says, found 2029
      → mend the year, or rename the folder"
  `);
});

test("every wrong field at once", async () => {
  const { [FILE]: text } = await edited(
    FILE,
    "chapters: [preface, lending]",
    "chapters: [preface, 'Two words']",
  );
  const broken = String(text)
    .replace("year: 2030", "yeer: 2030")
    .replace("en: { state: released }", "en: { state: finished }")
    .replace("Library Survey 2030 (made up) }", "'', url: ftp://example.org }")
    .replace("loan: { kind: count }", "loan: { kind: cnt, scale: 1.5 }")
    .replace("harbour: { name: Harbour, kind: branch }", "harbour: Harbour")
    .replace("key: { column: branch, dimension: branch }", "key: branch")
    .replace("books: { unit: loan }", "2029: { unit: loan }");
  expect(shown(await problems({ [FILE]: broken }))).toMatchInlineSnapshot(`
    "error missing-field
      data/2030/report.yaml:1:1 (year)
      year: expected a whole number, found nothing
      → add it
    error unknown-field
      data/2030/report.yaml:1:1 (yeer)
      yeer: there is no such field
      → remove it, or look for a misspelling
    error wrong-value
      data/2030/report.yaml:4:16 (languages.en.state)
      languages.en.state: expected “released” or “draft”, found “finished”
      → known: released, draft
    error wrong-value
      data/2030/report.yaml:8:21 (chapters[1])
      chapters[1]: expected a name of lower-case letters, digits, “_” and “-” that begins with a letter, found “Two words”
    error wrong-value
      data/2030/report.yaml:10:20 (sources.survey.title)
      sources.survey.title: expected a text that is not empty, found “”
    error wrong-value
      data/2030/report.yaml:10:29 (sources.survey.url)
      sources.survey.url: expected a web address (https://…), found “ftp://example.org”
    error wrong-value
      data/2030/report.yaml:12:17 (units.loan.kind)
      units.loan.kind: expected “count” or “decimal” or “percent” or “money” or “rank” or “year” or “date”, found “cnt”
      → did you mean “count”?
    error wrong-value
      data/2030/report.yaml:12:29 (units.loan.scale)
      units.loan.scale: expected a whole number, found “1.5”
    error wrong-value
      data/2030/report.yaml:20:14 (dimensions.branch.harbour)
      dimensions.branch.harbour: expected a mapping, found “Harbour”
    error wrong-value
      data/2030/report.yaml:27:10 (tables.loans.key)
      tables.loans.key: expected a mapping, found “branch”
    error wrong-key
      data/2030/report.yaml:30:7 (tables.loans.columns.2029)
      tables.loans.columns.2029: expected a name of lower-case letters, digits, “_” and “-” that begins with a letter, found “2029”"
  `);
});

test("no chapters, a chapter twice, a language that is not one of ours, no English", async () => {
  expect(await after("chapters: [preface, lending]", "chapters: []")).toMatchInlineSnapshot(`
    "error wrong-value
      data/2030/report.yaml:8:11 (chapters)
      chapters: expected a list of at least 1 entry, found an empty list"
  `);
  expect(await after("chapters: [preface, lending]", "chapters: [preface, preface]")).toMatchInlineSnapshot(`
    "error duplicate-chapter
      data/2030/report.yaml:8:21 (chapters[1])
      chapters: “preface” is listed twice
      → keep one of the two"
  `);
  expect(await after("ko: { state", "kr: { state")).toMatchInlineSnapshot(`
    "error unknown-language
      data/2030/report.yaml:7:3 (languages.kr)
      languages: there is no language “kr”
      → did you mean “ko”?"
  `);
  expect(await after("  en: { state: released }\n", "")).toMatchInlineSnapshot(`
    "error no-source-language
      data/2030/report.yaml:4:3 (languages)
      languages: “en” is missing; the other editions are translated from it
      → add en: { state: released }"
  `);
});

test("two members with one name", async () => {
  expect(await after("name: Hill,", "names: [Hill, Harbour, Harbour],")).toMatchInlineSnapshot(`
    "error shared-name
      data/2030/report.yaml:21:5 (dimensions.branch.hill)
      the name “Harbour” belongs to “harbour” already
      → give every member names of its own"
  `);
});

test("a table that is declared twice", async () => {
  expect(await after("  visits:\n    key", "  loans:\n    key")).toMatchInlineSnapshot(`
    "error duplicate-key
      data/2030/report.yaml:32:3
      the key “loans” is given twice
      → keep one of the two"
  `);
});

test("when the report cannot be read, files that are broken too are reported in the same run", async () => {
  expect(
    shown(
      await problems({
        [FILE]: "year: [",
        "data/2030/indicators.yaml": "indicators: {",
        "locales/en/2030/preface.json": "{",
        "templates/chapters/preface.hbs": "{{#if}",
        "locales/ko/2030/preface.json": new Uint8Array([0xff]),
      }),
    ),
  ).toMatchInlineSnapshot(`
    "error broken-yaml
      data/2030/indicators.yaml:1:14
      not valid YAML: Flow map in block collection must be sufficiently indented and end with a }
      → check indentation, colons and quotes here and just before
    error broken-yaml
      data/2030/report.yaml:1:8
      not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]
      → check indentation, colons and quotes here and just before
    error broken-json
      locales/en/2030/preface.json:1:2
      not valid JSON: close brace expected
      → check commas, quotes and brackets just before this place
    error not-utf-8
      locales/ko/2030/preface.json:1
      the file is not UTF-8 text; line 1 is the first that cannot be read
      → save it as UTF-8 (spreadsheets: “CSV UTF-8”)
    error broken-template
      templates/chapters/preface.hbs:1
      the template cannot be read: something is wrong near “{{#if}”
      → look for a {{…}} or a block that is not closed"
  `);
});
