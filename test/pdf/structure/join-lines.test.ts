import { expect, test } from "vitest";
import type { TextLine } from "../../../src/pdf/content/marks.ts";
import { joinLines } from "../../../src/pdf/structure/join-lines.ts";
import { elementText } from "../../../src/pdf/structure/text.ts";
import { content, element, line } from "../tree.ts";

const NEXT: Partial<TextLine> = { baseline: 680 };

function joined(lang: string, first: string, second: string, place: Partial<TextLine> = NEXT): string {
  const lines = [line(first), line(second, place)];
  const structure = element("P", [content("", { lines })], { lang });
  joinLines(structure);
  return elementText(structure);
}

test.each([
  ["en", "valid", "patents", "valid patents"],
  ["en", "“quoted”", "41.17%", "“quoted” 41.17%"],
  ["en", "patent-", "holding", "patent-holding"],
  ["en", "plan –", "the 14th", "plan – the 14th"],
  ["en", "clues—", "transferred", "clues—transferred"],
  ["en", "clues", "—transferred", "clues—transferred"],
  ["en", "2019–", "2021", "2019–2021"],
  ["en", "Treaty", "(PCT)", "Treaty (PCT)"],
  ["ko", "지식재산", "백서", "지식재산 백서"],
  ["ko", "위해", "《장쑤성", "위해 《장쑤성"],
  ["ko", "방안", "(2021", "방안(2021"],
  ["ko", "건)", "을 접수", "건)을 접수"],
  ["ko", "건)", "을지로", "건) 을지로"],
  ["ko", "민사·", "형사", "민사·형사"],
  ["zh-CN", "知识", "产权", "知识产权"],
  ["zh-CN", "“十四五”", "规划", "“十四五”规划"],
  ["zh-CN", "Patent", "Treaty", "Patent Treaty"],
  ["ja", "特許", "PCT", "特許PCT"],
  ["en", "valid ", "patents", "valid patents"],
])("in %s, %j and %j on two lines make %j", (lang, first, second, whole) => {
  expect(joined(lang, first, second)).toBe(whole);
});

test("a wide gap on one line sets texts apart, a narrow one does not", () => {
  expect(joined("zh-CN", "目录", "12", { startX: 300 })).toBe("目录 12");
  expect(joined("zh-CN", "目录", "12", { startX: 103 })).toBe("目录12");
});

test("text runs on through inline elements, but not from block to block", () => {
  const lower = (text: string): ReturnType<typeof content> => content("", { lines: [line(text, NEXT)] });
  const inline = element("P", ["before", element("Em", [lower("stress")])]);
  const blocks = element("Div", [element("P", ["one"]), element("P", [lower("two")])]);
  joinLines(element("Document", [inline, blocks], { lang: "en" }));
  expect(elementText(inline)).toBe("before stress");
  expect(elementText(blocks)).toBe("onetwo");
});
