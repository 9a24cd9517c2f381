import { expect, test } from "vitest";
import { breakable, breakableHtml, breakTitles } from "../../../src/web/parts/word-breaks.ts";
import { outerHtml, parseNodes } from "../../../src/web/tree/nodes.ts";

test("Chinese titles break between words; numbers and marks stay where they belong", () => {
  expect(breakable("知识产权国际交流合作不断拓展深化", "zh-CN")).toContain("深化");
  expect(breakable("专利申请、授权与拥有量", "zh-CN")).toContain("申请、授权");
  const dated = breakable("截至2021年底江苏省各类（含PCT）专利", "zh-CN");
  expect(dated[0]).toBe("截至2021年底");
  expect(dated.join("")).toBe("截至2021年底江苏省各类（含PCT）专利");
});

test("titles of other languages are left to browsers, and what is HTML is escaped", () => {
  for (const language of ["en", "ja", "ko"])
    expect(breakableHtml("Loans & 貸出", language)).toBe("Loans &amp; 貸出");
  expect(breakableHtml("<专利>", "zh-CN")).toBe("&lt;专利&gt;");
});

test("titles get their places to break, texts do not", () => {
  const [top] = parseNodes("<section><h2><a><span>国际交流</span></a></h2><p>国际交流</p></section>");
  if (!top || !("tagName" in top)) throw new Error("no element");
  breakTitles(top, "zh-CN");
  expect(outerHtml(top)).toBe("<section><h2><a><span>国际<wbr>交流</span></a></h2><p>国际交流</p></section>");
});
