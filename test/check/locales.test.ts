import { expect, test } from "vitest";
import { edited, problems, shown } from "../support/report.ts";

const FILE = "locales/en/2030/lending.json";

/** What is found in one of the English chapters, with its first text replaced. */
const text = async (words: string) => {
  const changes = await edited(FILE, '"title": "Lending"', `"title": ${JSON.stringify(words)}`);
  return shown((await problems(changes)).filter(({ file }) => file === FILE));
};
const json = async (content: string, file = FILE) =>
  shown((await problems({ [file]: content })).filter((found) => found.file === file));

test("broken JSON", async () => {
  expect(await json('{ "title": "Lending", }')).toMatchInlineSnapshot(`
    "error broken-json
      locales/en/2030/lending.json:1:23
      not valid JSON: property name expected
      → check commas, quotes and brackets just before this place"
  `);
  expect(await json('{ "title": "Lending"\n  "x": "y" }')).toMatchInlineSnapshot(`
    "error broken-json
      locales/en/2030/lending.json:2:3
      not valid JSON: comma expected
      → check commas, quotes and brackets just before this place"
  `);
  expect(await json('{ // a comment\n "title": "Lending" }')).toMatchInlineSnapshot(`
    "error broken-json
      locales/en/2030/lending.json:1:3
      not valid JSON: invalid comment token
      → check commas, quotes and brackets just before this place"
  `);
  expect(await json('{ "title": "Lend')).toMatchInlineSnapshot(`
    "error broken-json
      locales/en/2030/lending.json:1:12
      not valid JSON: unexpected end of string
      → check commas, quotes and brackets just before this place"
  `);
  expect(await json("")).toMatchInlineSnapshot(`
    "error empty-file
      locales/en/2030/lending.json
      the file is empty
      → fill it, or bring back an older copy"
  `);
  expect(await json("[".repeat(100_000))).toMatchInlineSnapshot(`
    "error broken-json
      locales/en/2030/lending.json
      values are nested too deep
      → look for brackets that are never closed"
  `);
});

test("a key twice, a key with a meaning of its own", async () => {
  expect(await json('{\n  "title": "Lending",\n  "title": "Loans"\n}')).toMatchInlineSnapshot(`
    "error duplicate-key
      locales/en/2030/lending.json:3:3
      the key “title” is given twice
      → keep one of the two"
  `);
  expect(await json('{ "title": "Lending", "__proto__": { "title": "x" } }')).toMatchInlineSnapshot(`
    "error forbidden-key
      locales/en/2030/lending.json:1:23
      the key “__proto__” is not allowed
      → rename it"
  `);
});

test("a number, a list or nothing in the place of a text, deep inside; keys with dots", async () => {
  expect(
    await json('{\n "title": 5,\n "branches": { "title": ["x"],\n  "p1": null, "a.b": "x" }\n}'),
  ).toMatchInlineSnapshot(`
    "error wrong-value
      locales/en/2030/lending.json:2:11 (title)
      title: expected a text or a mapping of texts, found 5
    error wrong-value
      locales/en/2030/lending.json:3:25 (branches.title)
      branches.title: expected a text or a mapping of texts, found a list of 1
    error missing-field
      locales/en/2030/lending.json:4:3 (branches.p1)
      branches.p1: expected a text or a mapping of texts, found nothing
      → add it
    error wrong-key
      locales/en/2030/lending.json:4:15 (branches.a.b)
      branches.a.b: expected a key of letters, digits, “_” and “-”, found “a.b”"
  `);
  expect(await json('"Lending"')).toMatchInlineSnapshot(`
    "error wrong-value
      locales/en/2030/lending.json:1:1
      the file: expected a mapping, found “Lending”"
  `);
  expect(await json("null")).toMatchInlineSnapshot(`
    "error missing-field
      locales/en/2030/lending.json:1:1
      the file: expected a mapping, found nothing
      → add it"
  `);
});

test("two files with one name", async () => {
  const found = await problems({ "locales/en/2030/members.json": '{ "branch": { "hill": "Hill" } }' });
  expect(shown(found.filter(({ code }) => code === "duplicate-text"))).toMatchInlineSnapshot(`
    "error duplicate-text
      locales/en/members.json:4:13 (branch.hill)
      the text “members.branch.hill” is in locales/en/2030/members.json too
      → a text's key begins with its file's name: rename one of the two files"
  `);
});

test("unknown figure and format, no format, wrong format, broken placeholders", async () => {
  expect(await text("{{loans.hil.books, count}}")).toMatchInlineSnapshot(`
    "error unknown-figure
      locales/en/2030/lending.json:2:13 (title)
      {{loans.hil.books, count}}: there is no figure “loans.hil.books”
      → did you mean “loans.hill.books”?"
  `);
  expect(await text("{{loans.hill.books, cuont}}")).toMatchInlineSnapshot(`
    "error unknown-format
      locales/en/2030/lending.json:2:13 (title)
      {{loans.hill.books, cuont}}: there is no format “cuont”
      → did you mean “count”?"
  `);
  expect(await text("{{loans.hill.books}}")).toMatchInlineSnapshot(`
    "error no-format
      locales/en/2030/lending.json:2:13 (title)
      {{loans.hill.books}} does not say how to print the figure
      → for example {{loans.hill.books, count}}"
  `);
  expect(await text("{{loans.hill.books, yoy}}")).toMatchInlineSnapshot(`
    "error wrong-format
      locales/en/2030/lending.json:2:13 (title)
      {{loans.hill.books, yoy}}: yoy needs a figure in a percent unit, but loans.hill.books is in loan"
  `);
  expect(await text("{{loans.hill.books, count}")).toMatchInlineSnapshot(`
    "error broken-placeholder
      locales/en/2030/lending.json:2:13 (title)
      a placeholder is not whole
      → write it as {{figure, format}}, with two braces on each side and none inside"
  `);
  expect(await text("$t(common.x)")).toMatchInlineSnapshot(`
    "error broken-placeholder
      locales/en/2030/lending.json:2:13 (title)
      a placeholder is not whole
      → write it as {{figure, format}}, with two braces on each side and none inside
    error bracket-space
      locales/en/2030/lending.json:2:15 (title)
      no space before “(”: “$t(common.x)”
      → write “$t (common.x”"
  `);
});

test("markup that no text may hold", async () => {
  expect(await text("<script>alert(1)</script>")).toMatchInlineSnapshot(`
    "error wrong-markup
      locales/en/2030/lending.json:2:13 (title)
      “<script>” is not allowed here; a text may hold <cite>, <em>, <strong>, <see table=…/>, <see chart=…/>, <see section=…/>
    error bracket-space
      locales/en/2030/lending.json:2:26 (title)
      no space before “(”: “alert(1)”
      → write “alert (1)”
    error typed-figure
      locales/en/2030/lending.json:2:27 (title)
      the figure “1” is typed by hand: “alert(1)”
      → bind it: add the figure to the data and write {{figure, format}}
      → or, when it states no figure, declare the whole name in locales/en/names.json under “names”"
  `);
  expect(await text("<cite>Lending")).toMatchInlineSnapshot(`
    "error wrong-markup
      locales/en/2030/lending.json:2:26 (title)
      <cite> is not closed"
  `);
  expect(await text("<em>Len<cite>ding</em></cite>")).toMatchInlineSnapshot(`
    "error wrong-markup
      locales/en/2030/lending.json:2:30 (title)
      </em> closes nothing"
  `);
  expect(await text("<cite class='x'>Lending</cite>")).toMatchInlineSnapshot(`
    "error wrong-markup
      locales/en/2030/lending.json:2:13 (title)
      “<” is not allowed here; a text may hold <cite>, <em>, <strong>, <see table=…/>, <see chart=…/>, <see section=…/>
    error straight-quote
      locales/en/2030/lending.json:2:25 (title)
      straight quotation mark ': “<cite class='x'>Lending”
      → write “e class=‘x'>Lendi”
    error straight-quote
      locales/en/2030/lending.json:2:27 (title)
      straight quotation mark ': “<cite class='x'>Lending”
      → write “class='x’>Lending”"
  `);
});

test("control and bidirectional characters", async () => {
  expect(await text("Len\u0007ding")).toMatchInlineSnapshot(`
    "error forbidden-character
      locales/en/2030/lending.json:2:16 (title)
      the text holds the invisible or private character U+0007
      → delete it; it was probably pasted from another program"
  `);
  expect(await text("Len\u202eding")).toMatchInlineSnapshot(`
    "error forbidden-character
      locales/en/2030/lending.json:2:16 (title)
      the text holds the invisible or private character U+202E
      → delete it; it was probably pasted from another program"
  `);
  expect(await text("Len\u00adding")).toContain("the invisible or private character U+00AD");
  expect(await text("Len\u200dding")).toContain("the invisible or private character U+200D");
});

test("words of numbers that are wrong, and a language without any", async () => {
  const common = "locales/ko/common.json";
  expect(await json('{ "format": { "money": "won", "months": [], "x": 1 } }', common)).toMatchInlineSnapshot(`
    "error missing-field
      locales/ko/common.json:1:3 (format.cell)
      format.cell: expected a mapping, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.change)
      format.change: expected a mapping, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.date)
      format.date: expected a text, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.difference)
      format.difference: expected a mapping, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.measure)
      format.measure: expected a text, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.missing)
      format.missing: expected a text, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.month)
      format.month: expected a text, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.notApplicable)
      format.notApplicable: expected a text, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.ordinal)
      format.ordinal: expected a mapping, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.points)
      format.points: expected a mapping, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.smallNumbers)
      format.smallNumbers: expected a list, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.units)
      format.units: expected a mapping, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.year)
      format.year: expected a text, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:3 (format.yoy)
      format.yoy: expected a mapping, found nothing
      → add it
    error wrong-value
      locales/ko/common.json:1:24 (format.money)
      format.money: needs {{n}}, the place of the number, found “won”
    error wrong-value
      locales/ko/common.json:1:41 (format.months)
      format.months: expected a list of at least 12 entries, found an empty list
    error unknown-field
      locales/ko/common.json:1:45 (format.x)
      format.x: there is no such field
      → remove it, or look for a misspelling"
  `);
  expect(await json("null", common)).toMatchInlineSnapshot(`
    "error missing-field
      locales/ko/common.json:1:1 (format)
      format: expected a mapping, found nothing
      → add it
    error missing-field
      locales/ko/common.json:1:1
      the file: expected a mapping, found nothing
      → add it"
  `);
  expect(await json("{", common)).toMatchInlineSnapshot(`
    "error broken-json
      locales/ko/common.json:1:2
      not valid JSON: close brace expected
      → check commas, quotes and brackets just before this place"
  `);
});
