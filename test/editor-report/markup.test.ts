import { expect, test } from "vitest";
import { placeLink, withLinks } from "../../src/editor-report/links.ts";
import { html } from "../../src/editor-report/markup.ts";

test("strings are escaped, in text and in attributes; markup, lists and nothing are what they are", () => {
  const name = `"><img src=x onerror='alert(1)'>&`;
  expect(html`<a title="${name}">${name}</a>`.markup).toBe(
    '<a title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;">&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;</a>',
  );
  expect(html`${[html`<b>${"<"}</b>`, "a&b", 0, null, false]}`.markup).toBe("<b>&lt;</b>a&amp;b0");
});

test("control characters are shown as such, line breaks stay", () => {
  expect(html`${"a\u0000b\u001bc\nd"}`.markup).toBe("a\ufffdb\ufffdc\nd");
});

test("a place links to its file, two folders up, and names the line", () => {
  const { markup } = placeLink({ file: "data/2030/tables/a b#c.csv", line: 12, column: 3 });
  expect(markup).toContain('href="../../data/2030/tables/a%20b%23c.csv"');
  expect(markup.replace(/<wbr>/g, "")).toContain(">data/2030/tables/a b#c.csv:12:3<");
});

test("no file name leads anywhere but below the content", () => {
  expect(placeLink({ file: "javascript:alert(1)" }).markup).toContain('href="../../javascript%3Aalert(1)"');
});

test("files named in a message become links, and its words stay", () => {
  const { markup } = html`${withLinks("look at a.b (data/2030/tables/loans.csv:2:9): 5 <instead> of 6")}`;
  expect(markup).toContain('<a class="place" href="../../data/2030/tables/loans.csv">');
  expect(markup.replace(/<[^>]*>/g, "")).toBe(
    "look at a.b (data/2030/tables/loans.csv:2:9): 5 &lt;instead&gt; of 6",
  );
});
