import { expect, test } from "vitest";
import { edited, problems, shown } from "../support/report.ts";

const FILE = "templates/charts/books_by_branch.vl.json";

const after = async (from: string, to: string) => shown(await problems(await edited(FILE, from, to)));

test("a chart of a table, a column or rows that do not exist", async () => {
  expect(await after('"table": "loans"', '"table": "lones"')).toMatchInlineSnapshot(`
    "error chart-unknown-table
      templates/charts/books_by_branch.vl.json (usermeta.whitepaper.table)
      the chart draws the table “lones”, which does not exist
      → did you mean “loans”?"
  `);
  expect(await after('["books"]', '["boks"]')).toMatchInlineSnapshot(`
    "error chart-unknown-column
      templates/charts/books_by_branch.vl.json (usermeta.whitepaper.columns[0])
      the chart draws the column “boks”, which its table does not have
      → did you mean “books”?"
  `);
  expect(await after('"rows": "branch"', '"rows": "brunch"')).toMatchInlineSnapshot(`
    "error chart-unknown-rows
      templates/charts/books_by_branch.vl.json (usermeta.whitepaper.rows)
      the chart draws the rows of kind “brunch”, and its table has none
      → did you mean “branch”?"
  `);
});

test("a binding with wrong fields, none at all, and a look that is a list", async () => {
  expect(await after('"order": "value"', '"order": "rising", "colour": "red"')).toMatchInlineSnapshot(`
    "error wrong-value
      templates/charts/books_by_branch.vl.json:8:16 (usermeta.whitepaper.order)
      usermeta.whitepaper.order: expected “official” or “value”, found “rising”
      → known: official, value
    error unknown-field
      templates/charts/books_by_branch.vl.json:8:26 (usermeta.whitepaper.colour)
      usermeta.whitepaper.colour: there is no such field
      → remove it, or look for a misspelling"
  `);
  expect(shown(await problems({ [FILE]: "{}" }))).toMatchInlineSnapshot(`
    "error missing-field
      templates/charts/books_by_branch.vl.json:1:1 (usermeta)
      usermeta: expected a mapping, found nothing
      → add it"
  `);
  expect(await after('"layer": [', '"config": [],\n  "layer": [')).toMatchInlineSnapshot(`
    "error wrong-value
      templates/charts/books_by_branch.vl.json:20:13 (config)
      config: expected a mapping, found an empty list"
  `);
});
