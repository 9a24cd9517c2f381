import { parseFragment, serialize } from "parse5";
import { expect, test } from "vitest";
import { parseTree } from "../../../src/web/tree/parse.ts";

test.each([
  ["<p>One<p>two<ul><li>a<li>b</ul>", "what ends by itself"],
  ["<br><img src=a.png><hr>text", "what holds nothing"],
  ["&amp;&lt;&nbsp;&#x4e2d;&#22269;&hellip;&eacute; &notanentity;", "entities"],
  [`<a title="a &quot;b&quot; > c" hidden data-x='1'>x</a>`, "attributes"],
  [`<DIV CLASS="A"><B>x</B></DIV>`, "capitals"],
  [
    `<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><title>t</title><clipPath id="c"><path d="M0 0"/></clipPath><linearGradient/></svg><p>after</p>`,
    "drawings",
  ],
  [`<svg><foreignObject><div CLASS="x">in</div></foreignObject></svg>`, "HTML in a drawing"],
  [`<math><mi>x</mi><mo>=</mo></math>`, "formulas"],
  ["<!-- a -- comment --><p>x</p>", "comments"],
  [`<script>if (a < b && c) "</p>";</script><style>a > b {}</style>`, "scripts and styles"],
  ["<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1<td>2</tr></tbody></table>", "tables"],
  ["<template><p>x</p></template>", "templates"],
  ["<ruby>字<rt>じ</rt></ruby><wbr>", "ruby"],
])("%s is read as browsers do: %s", (html) => {
  expect(serialize(parseTree(html))).toBe(serialize(parseFragment(html)));
});
