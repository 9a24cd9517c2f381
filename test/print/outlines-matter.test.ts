import { expect, test } from "vitest";
import { outlinesMatter } from "../../src/print/outlines-matter.ts";

test.each([
  "<style>.term { text-decoration: underline dotted }</style>",
  "<style>.term{text-decoration-line:overline}</style>",
  '<p style="filter:blur(1px)">a</p>',
  '<svg><text text-decoration="underline">a</text></svg>',
  '<svg><g filter="url(#soft)"/></svg>',
])("lines and filters hang on the letters' outlines: %s", (html) => {
  expect(outlinesMatter(html)).toBe(true);
});

test.each([
  "<style>a { text-decoration: none } b { color: red; }</style>",
  "<style>del{text-decoration:line-through} p{content:'underline'}</style>",
  "<p>The filter: none. Underline.</p>".replace("filter:", "filters"),
])("nothing else that is said of text does: %s", (html) => {
  expect(outlinesMatter(html)).toBe(false);
});
