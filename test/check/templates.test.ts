import { expect, test } from "vitest";
import { edited, problems, shown } from "../support/report.ts";

const FILE = "templates/chapters/lending.hbs";

const after = async (from: string, to: string) => shown(await problems(await edited(FILE, from, to)));

test("a template that cannot be parsed", async () => {
  expect(await after('{{p "p1"}}', '{{p "p1"}')).toMatchInlineSnapshot(`
    "error broken-template
      templates/chapters/lending.hbs:3
      the template cannot be read: something is wrong near “ches"}} {{p "p1"} {{chart "books”
      → look for a {{…}} or a block that is not closed"
  `);
  expect(await after("{{/section}}", "")).toMatchInlineSnapshot(`
    "error broken-template
      templates/chapters/lending.hbs:2:6
      the template cannot be read: section doesn't match chapter
      → look for a {{…}} or a block that is not closed"
  `);
  expect(await after("{{/section}}", "{{/chapter}}")).toMatchInlineSnapshot(`
    "error broken-template
      templates/chapters/lending.hbs:2:6
      the template cannot be read: section doesn't match chapter
      → look for a {{…}} or a block that is not closed"
  `);
});

test("a template that names what does not exist: text, chart, table, partial, helper, label, value", async () => {
  expect(await after('{{p "p1"}}', '{{p "p2"}}')).toMatchInlineSnapshot(`
    "error unknown-text
      templates/chapters/lending.hbs:3:5
      the template names the text “lending.branches.p2”, which does not exist
      → did you mean “lending.branches.p1”?"
  `);
  expect(await after('{{chart "books_by_branch"}}', '{{chart "books_by_brunch"}}')).toMatchInlineSnapshot(`
    "error unknown-chart
      templates/chapters/lending.hbs:4:5
      the template names the chart “books_by_brunch”, which does not exist
      → did you mean “books_by_branch”?"
  `);
  expect(await after('{{table "loans"}}', '{{table "lones"}}')).toMatchInlineSnapshot(`
    "error unknown-table
      templates/chapters/lending.hbs:5:5
      the template names the table “lones”, which does not exist
      → did you mean “loans”?"
  `);
  expect(await after('{{table "loans"}}', "{{> tabel}}")).toMatchInlineSnapshot(`
    "error unknown-partial
      templates/chapters/lending.hbs:5:5
      the template uses the partial “tabel”, which does not exist
      → did you mean “table”?"
  `);
  expect(await after('{{table "loans"}}', '{{tabel "loans"}}')).toMatchInlineSnapshot(`
    "error unknown-helper
      templates/chapters/lending.hbs:5:5
      the template uses the helper “tabel”, which does not exist
      → did you mean “label”?"
  `);
  expect(await after('{{table "loans"}}', '{{label "labels.notse"}}')).toMatchInlineSnapshot(`
    "error unknown-label
      templates/chapters/lending.hbs:5:5
      there is no label “labels.notse” in en
      → did you mean “labels.note”?"
  `);
  expect(await after('{{table "loans"}}', "{{loans}}")).toMatchInlineSnapshot(`
    "error failed-template
      templates/chapters/lending.hbs:5:7
      the template uses “loans”, which does not exist
      → look for a misspelling; the engine's own templates/ show what can be used where"
  `);
});

test("several names that do not exist, at once", async () => {
  const content =
    '{{#chaptre "lending"}}{{/chaptre}}\n{{> tabel}}{{p "lending.x"}}\n{{> pargraph}}{{chart "y"}}';
  expect(shown(await problems({ [FILE]: content }))).toMatchInlineSnapshot(`
    "error unknown-helper
      templates/chapters/lending.hbs:1:1
      the template uses the helper “chaptre”, which does not exist
      → did you mean “chapter”?
    error unknown-partial
      templates/chapters/lending.hbs:2:1
      the template uses the partial “tabel”, which does not exist
      → did you mean “table”?
    error unknown-partial
      templates/chapters/lending.hbs:3:1
      the template uses the partial “pargraph”, which does not exist
      → did you mean “paragraph”?"
  `);
});

test("a value that a partial does not get is reported in the partial", async () => {
  expect(
    shown(await problems({ "templates/partials/paragraph.hbs": '<p id="{{id}}">\n  {{{htlm}}}</p>' })),
  ).toMatchInlineSnapshot(`
    "error failed-template
      templates/partials/paragraph.hbs:2:6
      the template uses “htlm”, which does not exist
      → look for a misspelling; the engine's own templates/ show what can be used where"
  `);
  expect(shown(await problems({ "templates/report.hbs": "<html>{{titel}}</html>" }))).toMatchInlineSnapshot(`
    "error failed-template
      templates/report.hbs:1:9
      the template uses “titel”, which does not exist
      → look for a misspelling; the engine's own templates/ show what can be used where"
  `);
});

test("a chapter without a template, a report without a document", async () => {
  expect(shown(await problems({ [FILE]: null }))).toMatchInlineSnapshot(`
    "error no-template
      templates/chapters/lending.hbs
      the template templates/chapters/lending.hbs does not exist
      → add it, or take the chapter out of report.yaml"
  `);
});

test("what a template leaves out is told: a paragraph, a chart", async () => {
  const told = async (path: string, from: string, to: string) =>
    (await problems(await edited(path, from, to), true))
      .filter(({ code }) => code.startsWith("unprinted"))
      .map(({ code, severity, file, message }) => `${severity} ${code} ${file}: ${message}`);
  expect(await told("templates/chapters/preface.hbs", '{{p "p1"}}', "")).toEqual([
    "warning unprinted-text locales/en/2030/preface.json: the text “preface.p1” is printed by no template",
  ]);
  expect(await told(FILE, '{{chart "visits_by_branch"}}', "")).toEqual([
    "warning unprinted-chart templates/charts/visits_by_branch.vl.json: the chart “visits_by_branch” is printed by no template",
  ]);
  expect(await told(FILE, '{{p "p1"}}', '{{p "p1"}} ')).toEqual([]);
});
