import { expect, test } from "vitest";
import type { Language } from "../../../src/model/language.ts";
import { checkLines } from "../../../src/preflight/layout/lines.ts";
import { visualLines } from "../../../src/preflight/layout/visual-lines.ts";
import { block, complaints, found, line } from "../sample.ts";

function faults(language: Language, text: string, lines: readonly string[]): string[] {
  const list = complaints();
  const count = checkLines([{ expected: block(text, { language }), found: found(lines) }], list);
  expect(count).toBe(list.diagnostics().length);
  expect(list.diagnostics().every(({ severity }) => severity === "warning")).toBe(true);
  return list.diagnostics().map(({ code, message }) => `${code} ${/“.*”/.exec(message)?.[0]}`);
}

test("Chinese and Japanese lines neither begin with a closing mark nor end with an opening one", () => {
  expect(faults("zh-CN", "专利授权量，同比增长", ["专利授权量", "，同比增长"])).toEqual([
    "line-start “，”: “，同比增长”",
  ]);
  expect(faults("ja", "データを「公表」した", ["データを「", "公表」した"])).toEqual([
    "line-end “「”: “データを「”",
  ]);
  expect(faults("ja", "チェーンの", ["チェ", "ーンの"])).toHaveLength(1);
  expect(faults("ja", "推進した。『計画』", ["推進した。", "『計画』"])).toEqual([]);
  expect(faults("zh-CN", "“留锡无忧”", ["“留锡", "无忧”"])).toEqual([]);
});

test("a paragraph’s first line and last line are free", () => {
  expect(faults("ja", "」と述べた「", ["」と述べた「"])).toEqual([]);
});

test("Korean words stay whole", () => {
  const text = "지식재산권 보호를 강화했다";
  expect(faults("ko", text, ["지식재산권 ", "보호를 강화했다"])).toEqual([]);
  expect(faults("ko", text, ["지식재산권 보 ", "호를 강화했다"])).toEqual(["broken-word “보|호를”"]);
  expect(faults("ko", "특허·상표 출원", ["특허·", "상표 출원"])).toEqual([]);
});

test("English lines are not looked at", () => {
  expect(faults("en", "growth (up", ["growth (", "up"])).toEqual([]);
});

test("pieces of one line are joined, also around a raised or smaller one", () => {
  const pieces = [
    line("前半、", 0, { endX: 100 }),
    line("『題名』", 0, { startX: 95, endX: 140 }),
    line("注", 0, { startX: 141, endX: 146, baseline: 704, size: 6 }),
    line("二行目", 1),
    line("次頁", 0, { page: 1 }),
  ];
  expect(visualLines(found(pieces)).map(({ text, page }) => [text, page])).toEqual([
    ["前半、『題名』注", 0],
    ["二行目", 0],
    ["次頁", 1],
  ]);
});
