import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ENGINE } from "../support/report.ts";
import { violationsOn } from "./axe.ts";
import type { FileBrowser, TestOutput } from "./support.ts";
import { fileBrowser, testOutput, testWeb } from "./support.ts";

let output: TestOutput;
let browser: FileBrowser;

beforeAll(async () => {
  output = await testOutput();
  await testWeb({ content: ENGINE, output: output.path, request: { year: 2021 } });
  browser = await fileBrowser(join(output.path, "2021/web"));
});
afterAll(async () => {
  await browser?.end();
  await output?.end();
});

/** Zoomed to 200 %, a window of 1280 px is 640 px wide. */
const WIDTHS = [320, 640, 1280];

const LANGUAGES = ["en", "zh-CN", "ja", "ko"];

test.for(
  LANGUAGES.flatMap((language) =>
    ["index.html", "creation.html"].map((file) => `${language}/${file}`),
  ).concat("index.html"),
)("axe finds nothing on %s, in light and dark, at all widths", { timeout: 240_000 }, async (path) => {
  for (const dark of [false, true])
    for (const width of WIDTHS) {
      const { page } = await browser.open(path, { width, dark });
      // What opens is looked at open.
      await page.$$eval("details", (all) => {
        for (const details of all) details.open = true;
      });
      const found = await violationsOn(page);
      expect(found, `${path} ${width} ${dark ? "dark" : "light"}`).toEqual([]);
      await page.close();
    }
});

test("axe finds nothing in the search and in what is told of a figure", async () => {
  const { page } = await browser.open("ja/creation.html", { dark: true });
  await page.hover("[data-figure='trademarks.applications']");
  await page.waitForSelector("#figure-tip:not([hidden])");
  expect(await violationsOn(page)).toEqual([]);
  await page.click(".search-open");
  await page.waitForSelector("dialog.search input");
  await page.type("dialog.search input", "特許");
  await page.waitForSelector("dialog.search li a");
  expect(await violationsOn(page)).toEqual([]);
});
