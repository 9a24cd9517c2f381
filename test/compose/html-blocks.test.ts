import { expect, test } from "vitest";
import { htmlBlocks } from "../../src/compose/html-blocks.ts";

const blocks = (html: string, slots: Record<string, string> = {}) =>
  htmlBlocks(html, "en", new Map(Object.entries(slots))).map(({ role, text }) => [role, text]);

test("each element that is no piece of running text is a block of its own", () => {
  expect(
    blocks(
      "<h1>Title &amp; more</h1><section><h2><span>1</span> <span>One</span></h2><p>Some <cite>plan</cite>,\n <em>two</em> lines</p></section>" +
        "<table><caption>Table</caption><tr><th>A</th><td>1</td></tr></table><div>loose<p>inner</p>end</div>",
    ),
  ).toEqual([
    ["heading", "Title & more"],
    ["heading", "1 One"],
    ["paragraph", "Some plan, two lines"],
    ["caption", "Table"],
    ["cell", "A"],
    ["cell", "1"],
    ["paragraph", "loose"],
    ["paragraph", "inner"],
    ["paragraph", "end"],
  ]);
});

test("what readers do not see is left out", () => {
  const head = "<!doctype html><html><head><title>T</title><style>p > a { }</style></head>";
  expect(
    blocks(
      `${head}<p aria-hidden="true">2030<b>x</b></p><svg aria-hidden="true"><text>y</text></svg><!-- z --><p> </p>`,
    ),
  ).toEqual([]);
});

test("a chart is one block of its labels", () => {
  expect(
    blocks(
      '<figure><figcaption>F</figcaption><svg role="img"><g><text>Hill &lt;1</text></g><text>9<tspan>8</tspan></text></svg></figure>',
    ),
  ).toEqual([
    ["caption", "F"],
    ["chart", "Hill <1 9 8"],
  ]);
});

test("a line with a slot for a page number belongs to the contents and knows its target", () => {
  const html =
    '<ol><li><a href="#one"><span>1.</span><span>One</span><span id="page-of-one"></span></a></li><li>Two</li></ol>';
  expect(htmlBlocks(html, "ja", new Map([["one", "page-of-one"]]))).toMatchObject([
    { role: "contents", id: "one", text: "1. One", language: "ja" },
    { role: "paragraph", id: null, text: "Two" },
  ]);
});

test("pieces of a word that are kept together stay one word", () => {
  expect(blocks('<p>등<span class="kept">록·</span><span class="kept">심·</span>판</p>')).toEqual([
    ["paragraph", "등록·심·판"],
  ]);
});

test("a language mark holds for what is inside", () => {
  const found = htmlBlocks('<p lang="en">One</p><p>二</p>', "ja", new Map());
  expect(found.map(({ language }) => language)).toEqual(["en", "ja"]);
});
