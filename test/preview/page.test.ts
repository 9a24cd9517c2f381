import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startPreview, type TestPreview } from "../support/preview.ts";
import { openPage, openReader, type ReadPage, shows } from "../support/reader.ts";

let browser: Browser;
let preview: TestPreview;
let reader: ReadPage;
beforeAll(async () => {
  [browser, preview] = await Promise.all([openReader(), startPreview({ languages: ["en"] })]);
});
afterAll(async () => {
  await browser.close();
  await preview.end();
});
beforeEach(async () => {
  await reader?.page.close();
  const context = await browser.createBrowserContext();
  reader = await openPage(context as unknown as Browser, preview.address);
  return async () => {
    expect(reader.complaints).toEqual([]);
  };
});

const HARBOUR = '[data-in="lending.branches.p1"][data-figure="loans.harbour.books"]';
const LOANS = "data/2030/tables/loans.csv";
const PROSE = "locales/en/2030/lending.json";

test("the sheets have the paper's size, running heads and page numbers; the contents list has the pages", async () => {
  const sheets = await reader.pane().evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>(".wp-sheet")];
    const words = (sheet: Element | undefined, box: string) =>
      getComputedStyle(sheet?.querySelector(`.wp-${box}`) ?? document.body, "::after").content;
    const lending = document.querySelector("#lending")?.closest(".wp-run")?.querySelector(".wp-sheet");
    return {
      size: [all[0]?.offsetWidth, all[0]?.offsetHeight],
      count: all.length,
      head: words(lending ?? undefined, "top-left"),
      listed: document.querySelector("#page-of-lending")?.textContent,
    };
  });
  expect(sheets).toMatchObject({ size: [794, 1123], head: '"I. Lending"', listed: "2" });
  expect(sheets.count).toBeGreaterThanOrEqual(5);
});

test("a key switches the language and keeps the place", async () => {
  await reader.pane().evaluate(() => document.querySelector("#table-loans")?.scrollIntoView());
  await reader.page.keyboard.press("4");
  await shows(reader.pane(), "h2", "대출");
  const lang = await reader.pane().evaluate(() => document.documentElement.lang);
  const top = await reader
    .pane()
    .evaluate(() => document.querySelector("#table-loans")?.getBoundingClientRect().top ?? 9e9);
  expect(lang).toBe("ko");
  expect(Math.abs(top)).toBeLessThan(500);
  const pressed = await reader.page.$eval("#languages [aria-pressed=true]", (button) =>
    button.getAttribute("data-language"),
  );
  expect(pressed).toBe("ko");
});

test("two languages stand side by side, each paragraph at the height of the other's", async () => {
  await reader.page.keyboard.press("s");
  await reader.page.waitForFunction(() => document.querySelectorAll("iframe").length === 2);
  await shows(reader.pane(1), "h2", "借阅");
  await reader
    .pane(0)
    .evaluate(() => document.querySelector('main [data-text="lending.branches.p1"]')?.scrollIntoView());
  const heights = () =>
    Promise.all(
      [0, 1].map((index) =>
        reader
          .pane(index)
          .evaluate(
            () =>
              document.querySelector('main [data-text="lending.branches.p1"]')?.getBoundingClientRect().top ??
              9e9,
          ),
      ),
    );
  const apart = async () => {
    const [left = 0, right = 9e9] = await heights();
    return Math.abs(left - right);
  };
  await expect.poll(apart, { timeout: 10_000 }).toBeLessThan(60);
});

test("a saved cell changes sentence, table and chart, and nothing else moves", async () => {
  await reader.pane().evaluate(() => document.querySelector("#table-loans")?.scrollIntoView());
  const scroll = () => reader.pane().evaluate(() => document.documentElement.scrollTop);
  const before = await scroll();
  await reader
    .pane()
    .evaluate(() => document.querySelector("#preface")?.setAttribute("data-untouched", "yes"));
  const chart = () => reader.pane().$eval('[data-chart="books_by_branch"] svg', (svg) => svg.innerHTML);
  const drawn = await chart();
  await preview.edit(LOANS, (text) => text.replace("Harbour,120400", "Harbour,130400"), "rename");
  await shows(reader.pane(), HARBOUR, "130,400");
  await shows(reader.pane(), "td", "130,400");
  expect(await chart()).not.toBe(drawn);
  expect(await scroll()).toBe(before);
  expect(await reader.pane().$("[data-untouched]")).not.toBeNull();
  await shows(reader.page.mainFrame(), "#change", "changed");
  await preview.edit(LOANS, (text) => text.replace("Harbour,130400", "Harbour,120400"));
  await shows(reader.pane(), HARBOUR, "120,400");
});

test("a file that is broken half-way shows what is wrong and where, keeps the last good page, and is mended", async () => {
  await preview.edit(PROSE, (text) => text.replace('"title": "Lending",', '"title": "Lending'));
  await shows(reader.page.mainFrame(), "#broken", `${PROSE}:2`);
  await shows(reader.page.mainFrame(), "#problem-list li.error", "not valid JSON");
  await shows(reader.pane(), HARBOUR, "120,400");
  await preview.edit(PROSE, (text) => text.replace('"title": "Lending', '"title": "Lending and more",'));
  await shows(reader.pane(), "h2", "Lending and more");
  await reader.page.waitForSelector("#broken", { hidden: true });
  await preview.edit(PROSE, (text) => text.replace("Lending and more", "Lending"));
  await shows(reader.pane(), "h2", "Lending");
});

test("broken data, templates and style sheets keep the last good page, too", async () => {
  const breaks = [
    ["data/2030/indicators.yaml", "indicators:", "indicators: ["],
    ["templates/chapters/lending.hbs", '{{p "p1"}}', '{{p "p2"}}'],
    ["templates/chapters/lending.hbs", "{{/chapter}}", ""],
  ] as const;
  for (const [file, from, to] of breaks) {
    await preview.edit(file, (text) => text.replace(from, to));
    await shows(reader.page.mainFrame(), "#broken:not([hidden])", file);
    await shows(reader.pane(), HARBOUR, "120,400");
    await preview.edit(file, (text) =>
      to === "" ? `${text.trimEnd()}\n{{/chapter}}\n` : text.replace(to, from),
    );
    await reader.page.waitForSelector("#broken", { hidden: true });
  }
  await mkdir(join(preview.folder, "templates/styles"), { recursive: true });
  const style = join(preview.folder, "templates/styles/9-own.css");
  await writeFile(style, "h2 { color: rgb(1, 2, 3)");
  await shows(reader.page.mainFrame(), "#broken:not([hidden])", "9-own.css");
  await writeFile(style, "h2 { color: rgb(1, 2, 3) }");
  await reader
    .pane()
    .waitForFunction(
      () => getComputedStyle(document.querySelector(".chapter h2") ?? document.body).color === "rgb(1, 2, 3)",
    );
  await rm(style);
  await reader
    .pane()
    .waitForFunction(
      () => getComputedStyle(document.querySelector(".chapter h2") ?? document.body).color !== "rgb(1, 2, 3)",
    );
});

test("a file that is taken away is missed, and put back; many files may change at once", async () => {
  const path = join(preview.folder, LOANS);
  const text = await readFile(path, "utf8");
  await rm(path);
  await shows(reader.page.mainFrame(), "#broken:not([hidden])", "loans");
  await shows(reader.pane(), HARBOUR, "120,400");
  await writeFile(path, text.replace("Harbour,120400", "Harbour,120401"));
  const locales = ["en", "ja", "ko", "zh-CN"].map((tag) => `locales/${tag}/2030/lending.json`);
  await Promise.all(locales.map((file) => preview.edit(file, (words) => `${words}\n`)));
  await shows(reader.pane(), HARBOUR, "120,401");
  await writeFile(path, text);
  await shows(reader.pane(), HARBOUR, "120,400");
  await reader.page.waitForSelector("#broken", { hidden: true });
});

test("a folder that is taken away, and a folder in a file's place, are missed and put back", async () => {
  const tables = join(preview.folder, "data/2030/tables");
  const texts = new Map<string, string>();
  for (const name of await readdir(tables)) texts.set(name, await readFile(join(tables, name), "utf8"));
  const putBack = async () => {
    await rm(tables, { recursive: true });
    await mkdir(tables);
    for (const [name, text] of texts) await writeFile(join(tables, name), text);
    await reader.page.waitForSelector("#broken", { hidden: true });
  };
  await rm(tables, { recursive: true });
  await shows(reader.page.mainFrame(), "#broken:not([hidden])", "loans");
  await mkdir(tables);
  await putBack();
  await rm(join(preview.folder, LOANS));
  await shows(reader.page.mainFrame(), "#broken:not([hidden])", "loans");
  await mkdir(join(preview.folder, LOANS));
  await putBack();
  await preview.edit(LOANS, (text) => text.replace("Harbour,120400", "Harbour,120402"));
  await shows(reader.pane(), HARBOUR, "120,402");
  await preview.edit(LOANS, (text) => text.replace("Harbour,120402", "Harbour,120400"));
  await shows(reader.pane(), HARBOUR, "120,400");
});

test("a card tells what a figure is: key, value, unit, status, source, file and line; Escape closes it", async () => {
  const figure = await reader.pane().$(HARBOUR);
  await figure?.hover();
  const card = reader.page.mainFrame();
  for (const words of ["loans.harbour.books", "120400", "normal", `${LOANS}:2`])
    await shows(card, "#card", words);
  await reader.page.keyboard.press("Escape");
  await reader.page.waitForSelector("#card", { hidden: true });
  await reader.page.mouse.move(2, 400);
  await figure?.focus();
  await shows(card, "#card:not([hidden])", "loans.harbour.books");
});

test("a card tells a chart's data as a table, and of a translated text its English, its state and its terms", async () => {
  const chart = await reader.pane().$('[data-chart="books_by_branch"]');
  await chart?.focus();
  await shows(reader.page.mainFrame(), "#card td", "120,400");
  await reader.page.keyboard.press("3");
  await shows(reader.pane(), "html[lang=ja] h2", "");
  const text = await reader.pane().$('main [data-text="lending.branches.p1"]');
  await text?.focus();
  await shows(reader.page.mainFrame(), "#card q[lang=en]", "counts 120,400 loans at Harbour");
  await shows(reader.page.mainFrame(), "#card", "fresh");
  await preview.edit(PROSE, (words) => words.replace("The <cite>", "In all, the <cite>"));
  await shows(reader.pane(), '[data-state="stale"]', "");
  await reader.page.keyboard.press("Escape");
  await (await reader.pane().$('main [data-text="lending.title"]'))?.focus();
  await (await reader.pane().$('main [data-text="lending.branches.p1"]'))?.focus();
  await shows(reader.page.mainFrame(), "#card", "stale");
  await preview.edit(PROSE, (words) => words.replace("In all, the <cite>", "The <cite>"));
});

test("problems are listed with file and line, lead to their place and are marked there", async () => {
  await shows(reader.page.mainFrame(), "#problem-list li.warning", "missing");
  await shows(reader.page.mainFrame(), "#problem-list li.warning .place", `${LOANS}:4`);
  await reader.pane().waitForSelector("td .wp-warning");
  await reader.page.evaluate(() =>
    document.querySelector<HTMLElement>("#problem-list li.warning button")?.click(),
  );
  await reader.pane().waitForSelector(".wp-found");
  await reader.pane().waitForFunction(() => {
    const { top = -1, bottom = 9e9 } = document.querySelector(".wp-found")?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= innerHeight;
  });
});

test("the button prints the PDF, tells how far it is, and leads to it", async () => {
  const opened = new Promise<string>((resolve) =>
    reader.page.once("popup", (page) => resolve(page?.url() ?? "")),
  );
  await reader.page.click("#print");
  await reader.page.waitForSelector("#print-result a", { timeout: 60_000 });
  const bytes = await reader.page.$eval("#print-result a", async (link) => {
    const answer = await fetch((link as HTMLAnchorElement).href);
    return [answer.headers.get("content-type"), (await answer.text()).slice(0, 5)];
  });
  expect(bytes).toEqual(["application/pdf", "%PDF-"]);
  expect(await opened).toMatch(/pdf\/en\.pdf$|^about:blank$|^$/);
  const written = await readFile(join(preview.folder, "output/2030/white-paper-2030.en.pdf"), "latin1");
  expect(written.startsWith("%PDF-")).toBe(true);
});
