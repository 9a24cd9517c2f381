import { expect, test } from "vitest";
import type { Block } from "../../../src/model/block.ts";
import { pageMark } from "../../../src/model/page-mark.ts";
import type { Finished } from "../../../src/preflight/reading/finished.ts";
import type { FoundBlock } from "../../../src/preflight/reading/found-blocks.ts";
import { compareTexts } from "../../../src/preflight/text/compare.ts";
import { block, complaints, found, line } from "../sample.ts";

function compared(blocks: readonly Block[], seen: readonly FoundBlock[]) {
  const list = complaints();
  const destinations = new Map([["chapter", { page: 2, x: 0, y: 0 }]]);
  const finished = { blocks: seen, labels: ["i", "1", "2"], destinations } as unknown as Finished;
  const pairs = compareTexts(blocks, finished, list);
  return { pairs, said: list.diagnostics().map(({ code, message }) => `${code}: ${message}`) };
}

test("line ends, doubled spaces and unseen characters are no difference", () => {
  const { said } = compared(
    [block("Growth in the mid-term of 12%"), block("知识产权 PCT 7,168件", { language: "zh-CN" })],
    [found(["Growth in the  mid-", "term\u00ad of\u200b 12% "]), found(["知识产权PCT 7,1", "68件"])],
  );
  expect(said).toEqual([]);
});

test("the first difference is shown, with the page on which it stands", () => {
  const lines = ["The office received ", line("582,981 applications.", 1, { page: 2 })];
  const { said } = compared([block("The office received 582,891 applications.")], [found(lines)]);
  expect(said).toEqual([
    "text-differs: en, page 2 (no. 3 in the file), chapter.p1: the paragraph should read “…fice received 582,891 applications.” and reads “…fice received 582,981 applications.”",
  ]);
});

test("a text that is missing, one that nobody wrote, one in the wrong place", () => {
  const blocks = ["One text", "Another text", "The third text", "Number four", "Last"].map((text) =>
    block(text),
  );
  const { said, pairs } = compared(blocks, [
    found(["One text"]),
    found(["The third text"]),
    found(["Number four"]),
    found(["Another text"]),
    found(["Nobody’s words"]),
  ]);
  expect(said).toEqual([
    expect.stringMatching(/^text-misplaced: .*“Another text”/),
    expect.stringMatching(/^text-missing: .*“Last”/),
    expect.stringMatching(/^text-unexpected: en, page i .*“Nobody’s words” \(P\)/),
  ]);
  expect(pairs.map(({ expected }) => expected.text)).toEqual(["One text", "The third text", "Number four"]);
});

test("a contents line ends with the label of the page that it leads to", () => {
  const contents = block("1. Patents", { role: "contents", id: "chapter", key: null });
  expect(compared([contents], [found(["1.Patents", "2"])]).said).toEqual([]);
  expect(compared([contents], [found(["1. Patents", "3"])]).said).toHaveLength(1);
});

test("a cross-reference names the page on which its target stands", () => {
  const see = `Table 3 on page ${pageMark("chapter")}`;
  const text = block(`Loans rose (see ${see}).`, { references: [see] });
  const { said, pairs } = compared([text], [found(["Loans rose (see Table 3 on page 2)."])]);
  expect(said).toEqual([]);
  expect(pairs[0]?.expected.references).toEqual(["Table 3 on page 2"]);
  expect(compared([text], [found(["Loans rose (see Table 3 on page 1)."])]).said).toHaveLength(1);
});

test("a space too many where a Korean line ends is a warning, not an error", () => {
  const list = complaints();
  const finished = {
    blocks: [found(["권리를 표 ", "시한다"])],
    labels: [],
    destinations: new Map(),
  } as unknown as Finished;
  compareTexts([block("권리를 표시한다", { language: "ko" })], finished, list);
  expect(list.diagnostics()).toMatchObject([{ severity: "warning", code: "text-spacing" }]);
});
