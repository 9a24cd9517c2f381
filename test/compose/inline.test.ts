import { expect, test } from "vitest";
import { inlineHtml } from "../../src/compose/inline.ts";

const figure = (text: string) => inlineHtml([{ kind: "figure", ref: "a.b", format: "myriad", text }]);

test("no line ends between the digits of a figure and their 万 or 億", () => {
  expect(figure("4万4,447")).toBe('<span class="kept">4万4,447</span>');
  expect(figure("286億4,500万元")).toBe('<span class="kept">286億4,500万元</span>');
  expect(figure("58.2891万")).toBe('<span class="kept">58.2891万</span>');
  expect(figure("582,891")).toBe("582,891");
});

test("Korean keeps a syllable with the middle dot after it; what looks like markup is text", () => {
  expect(inlineHtml([{ kind: "text", text: "등록·심판 <b>" }])).toBe(
    '등<span class="kept">록·</span>심판 &lt;b&gt;',
  );
});
