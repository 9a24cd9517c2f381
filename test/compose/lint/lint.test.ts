import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Changes, edited, problems } from "../../support/report.ts";

const TEMPLATES = join(import.meta.dirname, "../../../templates");
const PARAGRAPH = "templates/partials/paragraph.hbs";
const template = (name: string): string => readFileSync(join(TEMPLATES, name), "utf8");

/** What is found, a line for each: place, code, message. */
async function found(changes: Changes): Promise<string[]> {
  const all = await problems(changes);
  return all.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`);
}

/** The paragraph's template with more markup on a line of its own, after it. */
const withParagraph = (markup: string): Changes => ({
  [PARAGRAPH]: `${template("partials/paragraph.hbs").trimEnd()}\n  ${markup}\n`,
});

/** A template of the engine with a piece replaced; fails when the piece is not there. */
function changed(name: string, from: string, to: string): Changes {
  const text = template(name);
  if (!text.includes(from)) throw new Error(`${name} does not hold “${from}”`);
  return { [`templates/${name}`]: text.replaceAll(from, to) };
}

test("the report's own templates have no fault", async () => {
  expect(await found({})).toEqual([]);
});

describe("an element is reported at its place in the template, once, and says how often it is written", () => {
  test.for([
    ["<h2><b> </b></h2>", "empty-heading: the heading <h2> has no text (2 times)"],
    [
      "<figure><p>&nbsp;</p></figure>",
      "figure-role: <figure> would be a figure without an alternative text (2 times)",
    ],
    [
      '<svg class="x"><path d="M0 0"/></svg>',
      'no-alternative-text: <svg class="x"> has no alternative text (2 times)',
    ],
    ['<img src="data:,">', 'no-alternative-text: <img src="data:,"> has no alternative text (2 times)'],
    [
      '<span lang="ja">&nbsp;</span>',
      'lost-language: the browser drops the language of <span lang="ja"> (2 times)',
    ],
    ['<p lang="japanese!">&nbsp;</p>', "wrong-language: “japanese!” is no language tag (2 times)"],
    [
      '<a href="#preface"><span></span></a>',
      'empty-link: the link <a href="#preface"> has no text (2 times)',
    ],
    [
      '<a href="#nothing">&nbsp;</a>',
      "no-link-target: the link to “#nothing” leads nowhere: no element has that id (2 times)",
    ],
    [
      '<p id="contents">&nbsp;</p>',
      'duplicate-id: <p id="contents"> has the id “contents” of another element (2 times)',
    ],
    [
      '<p role="doc-endnote">&nbsp;</p>',
      'note-role: <p role="doc-endnote">: role="doc-endnote" breaks links and lists in the PDF (2 times)',
    ],
    [
      '<p style="position: fixed">&nbsp;</p>',
      "fixed-position: position: fixed is tagged anew on every page (2 times)",
    ],
    [
      '<p style="mask-image: url(#x)">&nbsp;</p>',
      "mask-image: a mask turns the text under it into a picture (2 times)",
    ],

    [
      "<p>&#xe001;</p>",
      "private-character: <p> holds the private-use character U+E001, which no reader understands (2 times)",
    ],
    [
      '<img alt="" src="a.png">',
      'external-reference: <img alt="" src="a.png"> refers to “a.png”, outside of the document (2 times)',
    ],
    [
      '<p style="background: url(https://x.test/a.png)">&nbsp;</p>',
      'external-reference: <p style="background: url(https://x.test/a.png)"> refers to “https://x.test/a.png”, outside of the document (2 times)',
    ],
    [
      '<a href="other.pdf">&nbsp;</a>',
      'external-reference: <a href="other.pdf"> refers to “other.pdf”, outside of the document (2 times)',
    ],
    ["<div>&nbsp;", "broken-html: <div> is not closed (2 times)"],
    [
      "<p class=prose>&nbsp;</p>",
      "broken-html: the tag cannot be read near “=prose”: quote all values (2 times)",
    ],
  ] as const)("%s", async ([markup, message]) => {
    expect(await found(withParagraph(markup))).toEqual([`${PARAGRAPH}:2:3 ${message}`]);
  });
});

test("what is sound is left alone", async () => {
  const markup = [
    '<svg aria-label="{{id}}"><path d="M0 0"/></svg>',
    '<div aria-hidden="true"><svg></svg><figure></figure><h6></h6></div>',
    '<figure role="group">&nbsp;</figure>',
    '<p lang="zh-CN">&nbsp;</p>',
    '<a href="https://example.org">&nbsp;</a>',
    '<p style="position: relative; background: url(#x), url(data:,)">&nbsp;</p>',
  ];
  for (const piece of markup) expect(await found(withParagraph(piece)), piece).toEqual([]);
});

test("headings that skip a level, where they are written and where the template was called", async () => {
  const path = "templates/chapters/lending.hbs";
  const changes = await edited(
    path,
    '{{chart "films_by_branch"}}',
    '{{#subsection "branches"}}{{/subsection}}',
  );
  const text = changes[path]?.toString().replace(/\{\{#?\/?section.*\n/g, "") ?? "";
  const all = await problems({
    [path]: text.replaceAll('"branches"', '"branches"').replace('{{p "p1"}}', '{{p "branches.p1"}}'),
  });
  const order = all.find(({ code }) => code === "heading-order");
  expect(order).toMatchObject({
    file: "templates/partials/subsection.hbs",
    line: 2,
    column: 3,
    message: "an h4 follows an h2, expected at most h3",
  });
  expect(order?.hints.at(-1)).toMatch(/^first put there by templates\/chapters\/lending\.hbs:\d+:\d+$/);
});

test("a first heading that is no h1", async () => {
  const changes = changed("partials/cover.hbs", "h1", "h3");
  expect(await found(changes)).toEqual([
    "templates/partials/cover.hbs:6:3 heading-order: the first heading is an h3, expected h1",
  ]);
});

test("empty cells, header cells without scope, rows without a header", async () => {
  const empty = changed(
    "partials/table.hbs",
    '<td class="{{status}}">{{text}}</td>',
    '<td class="{{status}}"> </td>',
  );
  expect(await found(empty)).toEqual([
    'templates/partials/table.hbs:11:80 empty-cell: the cell <td class="normal"> is empty and would vanish from the table (10 times)',
  ]);
  const scope = changed("partials/table.hbs", '<th scope="{{scope}}"', "<th");
  expect(await found(scope)).toEqual([
    'templates/partials/table.hbs:6:23 header-scope: the header cell <th class="single"> does not say what it heads (3 times)',
  ]);
  const row = changed("partials/table.hbs", '<th scope="row">{{this.label}}</th>', "<td>{{this.label}}</td>");
  expect(await found(row)).toEqual([
    "templates/partials/table.hbs:11:5 no-row-header: a row of data has no header cell (5 times)",
  ]);
});

test("a document without title or language", async () => {
  const title = changed("report.hbs", "<title>{{title}}</title>", "<title></title>");
  expect(await found(title)).toEqual([
    "templates/report.hbs:6:1 no-title: the document has no title; the browser would say “Untitled”",
  ]);
  const lang = changed("report.hbs", '<html lang="{{language}}"', "<html");
  expect(await found(lang)).toEqual([
    "templates/report.hbs:2:1 no-language: the document has no language; the browser would say en-US",
  ]);
});

test("style sheets, with line and column", async () => {
  const sheet = [
    "/* position: fixed may be written in comments */",
    ".a { position: fixed }",
    ".b { -webkit-mask: none; mask: url(data:,) }",
    "@import 'x.css';",
    '.c { background: url("https://x.test/a.png"); }',
    '.d::before { content: "\\e000" "\\2022" }',
  ].join("\n");
  const all = await problems({ "templates/styles/6-more.css": sheet });
  expect(all.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
    "2:6 fixed-position",
    "3:26 mask-image",
    "4:1 external-reference",
    "5:18 external-reference",
    "6:24 private-character",
  ]);
  for (const { file } of all) expect(file).toBe("templates/styles/6-more.css");
});
