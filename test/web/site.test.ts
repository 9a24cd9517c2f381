import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, serialize } from "parse5";
import { afterEach, expect, test } from "vitest";
import { createCache } from "../../src/pipeline/cache/store.ts";
import type { WebBuildRequest } from "../../src/pipeline/web/build-web.ts";
import { parseTree } from "../../src/web/tree/parse.ts";
import { outputOnDisk } from "../../src/world/output.ts";
import { siteOnDisk } from "../../src/world/site-folder.ts";
import { type Changes, ENGINE, edited, libraries } from "../support/report.ts";
import { type TestOutput, testOutput, testWeb, type WebTest } from "./support.ts";

const outputs: TestOutput[] = [];
afterEach(async () => {
  await Promise.all(outputs.splice(0).map((output) => output.end()));
});

/** A site of the made-up report: its folder, its files, and how to build it again. */
async function site(
  changes: Changes = {},
  request: Partial<WebBuildRequest> = {},
  world: WebTest["world"] = {},
) {
  const output = await testOutput();
  outputs.push(output);
  const build = (again: Changes = {}, other: Partial<WebBuildRequest> = {}) =>
    testWeb({ content: libraries(again), output: output.path, request: other, world });
  const result = await build(changes, request);
  const folder = join(output.path, "2030/web");
  return {
    result,
    folder,
    build,
    list: () => siteOnDisk(output.path).list("2030/web"),
    read: (path: string) => readFile(join(folder, path), "utf8"),
    output,
  };
}

const codes = ({ diagnostics }: { readonly diagnostics: readonly { severity: string; code: string }[] }) =>
  diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);

test("a folder for each language with all that its pages need, and a page that leads to them", async () => {
  const { result, list, read } = await site();
  expect(codes(result)).toEqual([]);
  expect(result.editions.map(({ language, folder, pages }) => [language, folder, pages])).toEqual([
    ["en", "2030/web/en", 3],
    ["zh-CN", "2030/web/zh-CN", 3],
    ["ja", "2030/web/ja", 3],
    ["ko", "2030/web/ko", 3],
  ]);
  const files = await list();
  for (const file of [
    "index.html",
    "preface.html",
    "lending.html",
    "screen.css",
    "reader.js",
    "data/loans.csv",
  ])
    for (const language of ["en", "zh-CN", "ja", "ko"]) expect(files).toContain(`${language}/${file}`);
  expect(await read("index.html")).toMatch(/href="ja\/index\.html"/);
});

test("every link and file that a page names is there, and names no other place", async () => {
  const { list, read } = await site();
  const files = await list();
  const pages = files.filter((path) => path.endsWith(".html"));
  for (const path of pages) {
    const html = await read(path);
    for (const [, address = ""] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
      const { pathname, hash, host } = new URL(address, `https://here.example/${path}`);
      expect(host, `${path}: ${address}`).toBe("here.example");
      const target = decodeURIComponent(pathname.slice(1));
      expect(files, `${path}: ${address}`).toContain(target);
      if (hash !== "") expect(await read(target), `${path}: ${address}`).toContain(`id="${hash.slice(1)}"`);
    }
  }
  const sheet = await read("en/screen.css");
  for (const [, font = ""] of sheet.matchAll(/url\("([^"]+)"\)/g)) expect(files).toContain(`en/${font}`);
});

test("paragraphs, tables and charts have the same ids in all languages", async () => {
  const { read } = await site();
  const idsOf = async (language: string) =>
    [
      ...(await read(`${language}/lending.html`)).matchAll(/<(?:p|section|figure|div)[^>]* id="([^"]+)"/g),
    ].map(([, id]) => id);
  const ids = await idsOf("en");
  expect(ids).toContain("lending-branches-p1");
  for (const language of ["zh-CN", "ja", "ko"]) expect(await idsOf(language)).toEqual(ids);
});

test("a cross-reference leads to its table, without a page number", async () => {
  const { read } = await site();
  const html = await read("en/lending.html");
  expect(html).toMatch(
    /see <a class="see" href="#table-loans">Table \d<\/a> and <a class="see" href="#chart-films-by-branch">Figure \d<\/a>/,
  );
  expect(html).not.toContain("see-page");
});

test("figures say what they are to machines", async () => {
  const { read } = await site();
  const html = await read("ko/lending.html");
  expect(html).toMatch(
    /<data data-figure="loans\.mill\.books" data-format="count" class="figure" value="9000">9,000<\/data>/,
  );
  expect(html).toMatch(/<td data-figure="loans\.mill\.books">9,000<\/td>/);
});

test("metadata: languages, Open Graph, a report and its data sets; without an address none is invented", async () => {
  const { read, result, list } = await site();
  const html = await read("ja/index.html");
  expect(html).toContain('<link rel="alternate" hreflang="zh-CN" href="../zh-CN/index.html">');
  expect(html).toContain('<meta property="og:locale" content="ja_JP">');
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  const { "@graph": graph } = JSON.parse(json) as {
    "@graph": { "@type": string; inLanguage: string; temporalCoverage: string }[];
  };
  expect(new Set(graph.map(({ temporalCoverage }) => temporalCoverage))).toEqual(new Set(["2030"]));
  expect(graph.map((thing) => thing["@type"])).toEqual([
    "Report",
    ...Array.from({ length: graph.length - 1 }, () => "Dataset"),
  ]);
  expect(graph.length).toBeGreaterThan(3);
  expect(html).not.toContain("canonical");
  expect(await list()).not.toContain("sitemap.xml");
  expect(result.diagnostics.map(({ code }) => code)).toContain("no-web-address");
});

test("with an address: canonical addresses, absolute languages, a sitemap", async () => {
  const { read, result } = await site({}, { address: "https://papers.example/2030/" });
  const html = await read("ko/lending.html");
  expect(html).toContain('<link rel="canonical" href="https://papers.example/2030/ko/lending.html">');
  expect(html).toContain('hreflang="en" href="https://papers.example/2030/en/lending.html"');
  const map = await read("sitemap.xml");
  expect(map.match(/<loc>/g)?.length).toBe(12);
  expect(map).toContain("<loc>https://papers.example/2030/ja/</loc>");
  expect(map.match(/hreflang="x-default" href="https:\/\/papers\.example\/2030\/"/g)?.length).toBe(4);
  const [, day] = /"dateModified":"([^"]+)"/.exec(await read("en/index.html")) ?? [];
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(map.match(new RegExp(`<lastmod>${day}</lastmod>`, "g"))?.length).toBe(12);
  expect(result.diagnostics.map(({ code }) => code)).not.toContain("no-web-address");
});

test("the address of report.yaml counts when none is given", async () => {
  const { read } = await site(
    await edited("data/2030/report.yaml", "year: 2030", "year: 2030\naddress: https://stats.example/lib"),
  );
  expect(await read("en/index.html")).toContain(
    '<link rel="canonical" href="https://stats.example/lib/en/">',
  );
});

test("nothing changed: nothing is made again; a file that was changed or is too many: the site is mended", async () => {
  const output = await testOutput();
  outputs.push(output);
  const composed: string[] = [];
  const progress = {
    begin: (stage: string) => void composed.push(stage),
    end: () => undefined,
    report: () => undefined,
  };
  const world = { cache: createCache(outputOnDisk(output.path)), progress };
  const build = () => testWeb({ content: libraries(), output: output.path, world });
  await build();
  expect(composed).toContain("compose");
  composed.length = 0;
  const again = await build();
  expect(composed).not.toContain("compose");
  expect(again.editions).toHaveLength(4);
  const page = join(output.path, "2030/web/en/lending.html");
  const before = await readFile(page, "utf8");
  await writeFile(page, "spoilt");
  await writeFile(join(output.path, "2030/web/en/old.html"), "old");
  await build();
  expect(await readFile(page, "utf8")).toBe(before);
  expect(await siteOnDisk(output.path).list("2030/web")).not.toContain("en/old.html");
});

test("same content, same bytes", async () => {
  const [one, two] = [await site(), await site()];
  for (const path of await one.list())
    expect(
      (await readFile(join(one.folder, path))).equals(await readFile(join(two.folder, path))),
      path,
    ).toBe(true);
});

test("errors in the content leave the old site as it is", async () => {
  const { build, list, read } = await site();
  const [files, page] = [await list(), await read("en/lending.html")];
  const wrong = await edited(
    "locales/en/2030/lending.json",
    "{{loans.mill.books, count}}",
    "{{loans.mil.books, count}}",
  );
  const result = await build(wrong);
  expect(codes(result).length).toBeGreaterThan(0);
  expect(result.editions).toEqual([]);
  expect([await list(), await read("en/lending.html")]).toEqual([files, page]);
});

test("one language is made again, the others stay and stay linked", async () => {
  const { build, read, list } = await site();
  const before = await read("en/lending.html");
  await build({}, { languages: ["ja"] });
  expect(await read("en/lending.html")).toBe(before);
  expect((await list()).filter((path) => path.endsWith("lending.html"))).toHaveLength(4);
  expect(await read("ja/lending.html")).toContain('href="../ko/lending.html"');
});

test("a draft is marked on every page, is for no search engine, and takes no released edition's place", async () => {
  const { build, read, list } = await site();
  const { editions } = await build({}, { draft: true });
  expect(editions.map(({ folder }) => folder)).toContain("2030/web/ja.draft");
  expect(await list()).toContain("ja/lending.html");
  for (const file of ["index.html", "lending.html"]) {
    const html = await read(`en.draft/${file}`);
    expect(html).toContain("Draft – not for publication");
    expect(html).toContain('<meta name="robots" content="noindex">');
  }
  expect(await read("en.draft/lending.html")).toContain('href="../ko.draft/lending.html"');
  await build();
  expect(await list()).not.toContain("ja.draft/lending.html");
});

test("a text that is not translated yet is shown in English, with its language, in a draft", async () => {
  const { result, read } = await site({ "locales/ja/2030/lending.json": "{}" }, { draft: true });
  expect(codes(result)).toEqual([]);
  expect(await read("ja.draft/lending.html")).toMatch(
    /<p id="lending-branches-p1" class="prose" lang="en">The <cite>/,
  );
});

test("missing data are shown as missing, in the chart and in its table", async () => {
  const { read } = await site();
  const html = await read("en/lending.html");
  expect(html).toMatch(/class="chart chart-(?:none|partial)"/);
  expect(html).toMatch(/<td class="missing" data-figure="[^"]+">…<\/td>/);
});

/** Without what browsers move where nobody sees it: spaces between tags. */
const visible = (html: string) => html.replace(/>\s+</g, "><").replace("<!DOCTYPE html>", "").trim();

test("pages of the real paper are small enough, and read as browsers read them", async () => {
  const output = await testOutput();
  outputs.push(output);
  const { diagnostics } = await testWeb({ content: ENGINE, output: output.path, request: { year: 2021 } });
  expect(diagnostics.filter(({ code }) => code === "heavy-web-page")).toEqual([]);
  // Google's search for data sets leaves out what has a description of less than 50 characters.
  for (const language of ["en", "zh-CN", "ja", "ko"]) {
    const html = await readFile(join(output.path, "2021/web", language, "index.html"), "utf8");
    const found = [...html.matchAll(/"@type":"Dataset".*?"description":"([^"]*)"/g)];
    expect(found.length).toBeGreaterThan(10);
    for (const [, description = ""] of found) expect(description.length).toBeGreaterThanOrEqual(50);
  }
  const pages = (await siteOnDisk(output.path).list("2021/web")).filter((path) => path.endsWith(".html"));
  expect(pages.length).toBe(41);
  for (const page of pages) {
    const html = await readFile(join(output.path, "2021/web", page), "utf8");
    expect(visible(serialize(parseTree(html)))).toBe(visible(serialize(parse(html))));
  }
});

test("what a source is called cannot end a script or a tag", async () => {
  const { read, result } = await site(
    await edited(
      "data/2030/report.yaml",
      "title: Library Survey 2030 (made up)",
      'title: "</script><img src=x onerror=alert(1)>"',
    ),
  );
  expect(codes(result)).toEqual([]);
  for (const file of ["index.html", "lending.html"]) expect(await read(`en/${file}`)).not.toContain("<img");
});
