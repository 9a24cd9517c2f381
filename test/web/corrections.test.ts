import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { gather } from "../../src/gather/gather.ts";
import { ENGINE, edited, libraries, YEAR } from "../support/report.ts";
import { pasted, released } from "../support/revisions.ts";
import { violationsOn } from "./axe.ts";
import { fileBrowser, type TestOutput, testOutput, testWeb } from "./support.ts";

let output: TestOutput;
beforeAll(async () => {
  output = await testOutput();
});
afterAll(() => output.end());

test("corrections have a page of their own in each language, in the contents, and the revision is told; axe finds nothing", {
  timeout: 120_000,
}, async () => {
  const first = await released(libraries(), { year: YEAR });
  const later = {
    ...first,
    ...(await edited("data/2030/indicators.yaml", "value: 28645,", "value: 28649,")),
  };
  const { diagnostics } = check(await gather({ year: YEAR, content: libraries(later), engine: ENGINE }));
  const reason = { en: "A slip of the pen.", "zh-CN": "笔误。", ja: "誤記。", ko: "오기." };
  const corrections = pasted(diagnostics, { reason, date: "2031-05-01" });
  const content = libraries({ ...later, "data/2030/corrections.yaml": `corrections:\n${corrections}` });
  const result = await testWeb({ content, output: output.path });
  expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const read = (path: string) => readFile(join(output.path, "2030/web", path), "utf8");
  const page = await read("ja/corrections.html");
  expect(page).toContain("2,864万5,000元");
  expect(page).toContain("2,864万9,000元");
  expect(page).toContain("誤記。");
  expect(page).toContain('<td data-label="訂正前">');
  expect(await read("ja/index.html")).toContain('href="corrections.html"');
  expect(await read("en/index.html")).toMatch(/Revision 2/);
  const browser = await fileBrowser(join(output.path, "2030/web"));
  try {
    for (const language of ["en", "zh-CN", "ja", "ko"])
      for (const view of [{ width: 320 }, { width: 1280, dark: true }]) {
        const { page: shown, faults } = await browser.open(`${language}/corrections.html`, view);
        expect(faults).toEqual([]);
        // A narrow page is read without scrolling to the right.
        const hidden = await shown.$eval(".corrections .scroll", (box) => box.scrollWidth - box.clientWidth);
        expect(hidden).toBe(0);
        expect(await violationsOn(shown), `${language} ${view.width}`).toEqual([]);
        await shown.close();
      }
  } finally {
    await browser.end();
  }
});
