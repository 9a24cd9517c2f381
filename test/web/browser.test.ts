import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENGINE } from "../support/report.ts";
import type { FileBrowser, TestOutput } from "./support.ts";
import { fileBrowser, testOutput, testWeb } from "./support.ts";

let output: TestOutput;
let browser: FileBrowser;

beforeAll(async () => {
  output = await testOutput();
  const { diagnostics } = await testWeb({ content: ENGINE, output: output.path, request: { year: 2021 } });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  browser = await fileBrowser(join(output.path, "2021/web"));
});
afterAll(async () => {
  await browser?.end();
  await output?.end();
});

describe("without JavaScript, from a file", () => {
  test("the first page leads to a chapter, the chapter to its neighbours, and no link leads nowhere", async () => {
    const { page, faults } = await browser.open("en/index.html", { scripts: false });
    await Promise.all([page.waitForNavigation(), page.click("a.contents-chapter[href='creation.html']")]);
    expect(await page.title()).toMatch(/^II\. Main IP Creation Indicators/);
    const turns = await page.$$eval("nav.site-turn a", (links) =>
      links.map((link) => link.getAttribute("href")),
    );
    expect(turns).toEqual(["blueprint.html", "protection.html"]);
    expect(faults).toEqual([]);
  });

  test("a paragraph that an address names offers itself in the other languages", async () => {
    const { page } = await browser.open("en/creation.html#creation-patents-p1", { scripts: false });
    const links = "#creation-patents-p1 + .elsewhere a[hreflang='ko']";
    await Promise.all([page.waitForNavigation(), page.click(links)]);
    expect(page.url()).toMatch(/ko\/creation\.html#creation-patents-p1$/);
    const top = await page.$eval("#creation-patents-p1", (element) => element.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(300);
  });

  test("the data of a chart open by one click", async () => {
    const { page } = await browser.open("ja/creation.html", { scripts: false });
    const table = "#chart-gi-by-region details table";
    const shown = () => page.$eval(table, (element) => element.checkVisibility());
    expect(await shown()).toBe(false);
    await page.click("#chart-gi-by-region summary");
    expect(await shown()).toBe(true);
  });
});

test.for(["zh-CN", "ja", "ko"])("the switch to %s lands on the paragraph that is read", async (language) => {
  const { page } = await browser.open("en/protection.html");
  const id = "protection-judiciary-p1";
  await page.$eval(`#${id}`, (element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  await Promise.all([page.waitForNavigation(), page.click(`.site-languages a[hreflang='${language}']`)]);
  expect(page.url()).toContain(`/${language}/protection.html#${id}`);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  const seen = await page.$eval(`#${id}`, (element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < window.innerHeight / 2;
  });
  expect(seen).toBe(true);
});

test("a table is sorted by its buttons, totals stay below, and a third press gives its order back", async () => {
  const { page, faults } = await browser.open("en/creation.html");
  const first = () =>
    page.$$eval("#table-patents-valid tbody th", (cells) =>
      [cells[0], cells.at(-1)].map((cell) => cell?.textContent),
    );
  const press = () => page.click("#table-patents-valid thead tr:first-child th:nth-child(3) button");
  const state = () =>
    page.$eval("#table-patents-valid thead tr:first-child th:nth-child(3)", (cell) =>
      cell.getAttribute("aria-sort"),
    );
  expect(await first()).toEqual(["Nanjing", "Entire province"]);
  await press();
  expect([await state(), await first()]).toEqual(["descending", ["Nanjing", "Entire province"]]);
  await press();
  expect([await state(), await first()]).toEqual(["ascending", ["Suqian", "Entire province"]]);
  expect(await page.$eval("[role=status]", (element) => element.textContent)).toMatch(/ascending/);
  await press();
  expect([await state(), await first()]).toEqual([null, ["Nanjing", "Entire province"]]);
  expect(faults).toEqual([]);
});

test("columns below a group header sort by their own values", async () => {
  const { page } = await browser.open("en/creation.html");
  await page.click("#table-patents-valid thead tr:nth-child(2) th:last-child button");
  const values = await page.$$eval("#table-patents-valid tbody tr.row-city td:last-child", (cells) =>
    cells.map((cell) => Number(cell.textContent?.replaceAll(",", ""))),
  );
  expect(values.length).toBe(13);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
});

test.for([
  ["zh-CN", "专利", "有效发明专利"],
  ["ja", "特許", "発明特許"],
  ["ko", "특허", "발명특허"],
  ["en", "patent", "invention patents"],
  ["en", "patemt", "patent"],
])("search in %s finds %s, and leads to it", async ([language = "", query = "", text = ""]) => {
  const { page, faults } = await browser.open(`${language}/index.html`);
  await page.click(".search-open");
  await page.waitForSelector("dialog.search input");
  await page.type("dialog.search input", query);
  await page.waitForFunction(() => document.querySelectorAll("dialog.search li").length > 5);
  const found = await page.$$eval("dialog.search li", (items) => items.map((item) => item.textContent ?? ""));
  expect(found.join("\n").toLowerCase()).toContain(text);
  await Promise.all([page.waitForNavigation(), page.click("dialog.search li a")]);
  const id = new URL(page.url()).hash.slice(1);
  expect(await page.$(`#${id}`)).not.toBeNull();
  expect(faults).toEqual([]);
});

test("search that finds nothing in its own edition looks into the others; two characters that stand apart are no word", async () => {
  const { page } = await browser.open("en/index.html");
  await page.click(".search-open");
  await page.waitForSelector("dialog.search input");
  await page.type("dialog.search input", "商标");
  await page.waitForSelector("dialog.search li a[lang='zh-CN']");
  await page.$eval("dialog.search input", (input) => {
    (input as HTMLInputElement).value = "利专专";
    input.dispatchEvent(new Event("input"));
  });
  await page.waitForFunction(
    () => document.querySelector("dialog [role=status]")?.textContent === "Nothing found.",
  );
});

test("a figure says its value, status and source on hover and focus, and Escape takes that away", async () => {
  const { page } = await browser.open("ko/creation.html");
  const figure = "[data-figure='trademarks.applications']";
  await page.hover(figure);
  await page.waitForSelector("#figure-tip:not([hidden])");
  const told = await page.$eval("#figure-tip", (element) => (element as HTMLElement).innerText);
  expect(told).toMatch(/582,891건/);
  expect(told).toMatch(/상태\s+공표치/);
  expect(told).toMatch(/출처\s+White Paper/);
  await page.keyboard.press("Escape");
  expect(await page.$("#figure-tip:not([hidden])")).toBeNull();
  await page.focus("#table-gi td[data-figure]");
  await page.keyboard.press("ArrowDown");
  await page.waitForSelector("#figure-tip:not([hidden])");
  expect(await page.$eval("#figure-tip", (element) => element.textContent)).toMatch(/우시/);
});

test("on a narrow screen nothing but tables and charts is wider than the screen", async () => {
  for (const language of ["en", "zh-CN", "ja", "ko"])
    for (const file of ["index.html", "creation.html", "protection.html"]) {
      const { page } = await browser.open(`${language}/${file}`, { width: 320 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.close();
    }
});

test("printed from the browser, a chapter shows the report's page and none of the site's parts", async () => {
  const { page } = await browser.open("en/creation.html");
  await page.emulateMediaType("print");
  const seen = (selector: string) => page.$eval(selector, (element) => element.checkVisibility());
  expect(await seen(".site-header")).toBe(false);
  expect(await seen(".exhibit-tools")).toBe(false);
  expect(await seen("#creation-trademarks-p1")).toBe(true);
  const font = await page.$eval("#creation-trademarks-p1", (element) => getComputedStyle(element).fontSize);
  // 10.2pt, as in the PDF.
  expect(Number.parseFloat(font)).toBeCloseTo(13.6, 1);
});
