import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { edited, libraries } from "../../support/report.ts";
import { type TestOutput, testEpub, testOutput } from "../support.ts";

const outputs: TestOutput[] = [];
afterEach(async () => {
  await Promise.all(outputs.splice(0).map((output) => output.end()));
});

const newOutput = async () => {
  const output = await testOutput();
  outputs.push(output);
  return output.path;
};

const pathOf = (language: string) => `2030/white-paper-2030.${language}.epub`;

/** The made-up report's EPUBs: what was said, and the files of one of them as texts. */
async function books(language = "en") {
  const output = await newOutput();
  const result = await testEpub({ content: libraries(), output });
  const bytes = await readFile(join(output, pathOf(language)));
  const files = new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)] as const),
  );
  return { output, result, bytes, files, text: (path: string) => files.get(path) ?? "" };
}

const errors = ({ diagnostics }: { readonly diagnostics: readonly { severity: string; code: string }[] }) =>
  diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);

/** The documents of a book, by path. */
const documentsOf = (files: ReadonlyMap<string, string>) =>
  [...files].filter(([path]) => path.endsWith(".xhtml"));

/** Names of elements that are opened and never closed, or closed and never opened: XML knows no others. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, closing, name = "", , empty] of xml.matchAll(
    /<(\/?)([a-zA-Z][\w:.-]*)((?:"[^"]*"|[^">])*?)(\/?)>/g,
  )) {
    if (closing === "/" && open.pop() !== name) wrong.push(name);
    if (closing === "" && empty === "") open.push(name);
  }
  return [...wrong, ...open];
}

test("a book for each edition, beside its PDF", async () => {
  const { result } = await books();
  expect(errors(result)).toEqual([]);
  expect(result.files.map(({ path }) => path)).toEqual(["en", "zh-CN", "ja", "ko"].map(pathOf));
});

test("begins with its media type as it is, as the container format wants it", async () => {
  const { bytes, text } = await books();
  expect(bytes.subarray(30, 58).toString("latin1")).toBe("mimetypeapplication/epub+zip");
  expect(text("META-INF/container.xml")).toContain('full-path="EPUB/package.opf"');
});

test("lists all that it holds, and holds all that it lists", async () => {
  const { files, text } = await books("ko");
  const listed = [...text("EPUB/package.opf").matchAll(/ href="([^"]+)"/g)].map(([, href]) => `EPUB/${href}`);
  const held = [...files.keys()].filter((path) => path.startsWith("EPUB/") && path !== "EPUB/package.opf");
  expect(listed.sort()).toEqual(held.sort());
  expect(text("EPUB/package.opf")).toContain("<dc:language>ko</dc:language>");
});

test("its documents are XML", async () => {
  const { files } = await books("ja");
  for (const [, html] of documentsOf(files)) expect(unbalanced(html)).toEqual([]);
});

/** Links of a document that lead to no file, or to no place in it. */
function astray(path: string, files: ReadonlyMap<string, string>): string[] {
  const links = [...(files.get(path) ?? "").matchAll(/ href="([^"]+)"/g)].map(([, href = ""]) => href);
  return links.filter((href) => {
    const [file = "", id] = href.split("#");
    const target = files.get(file === "" ? path : `EPUB/${file}`);
    return !/^https?:/.test(href) && !target?.includes(id === undefined ? "" : ` id="${id}"`);
  });
}

test("every link in its documents leads somewhere", async () => {
  const { files } = await books("en");
  const all = documentsOf(files).flatMap(([path]) => astray(path, files));
  expect(all).toEqual([]);
  expect(astray("EPUB/a", new Map([["EPUB/a", '<a href="#b"></a><a href="c"></a>']]))).toEqual(["#b", "c"]);
});

test("shows the figures in the words of its language, charts as drawings with their texts", async () => {
  const english = await books("en");
  expect(english.text("EPUB/preface.xhtml")).toContain("254,775");
  expect(english.text("EPUB/lending.xhtml")).toMatch(/<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  const chinese = await books("zh-CN");
  expect(chinese.text("EPUB/nav.xhtml")).toContain('xml:lang="zh-CN"');
  // The texts are set in the reader's own fonts, so that none is named.
  expect(english.text("EPUB/index.xhtml")).not.toContain("Source Serif");
});

test("the same report gives the same bytes", async () => {
  const [first, second] = [await books("ja"), await books("ja")];
  expect(first.bytes.equals(second.bytes)).toBe(true);
});

test("with an error in the content the last books stay", async () => {
  const { output, bytes } = await books();
  const spoilt = await edited("locales/ko/2030/lending.json", "{{", "{{no.such.figure, count}} {{");
  const result = await testEpub({ content: libraries(spoilt), output });
  expect(errors(result)).not.toEqual([]);
  expect(result.files).toEqual([]);
  expect((await readFile(join(output, pathOf("en")))).equals(bytes)).toBe(true);
});

test("a draft is called so", async () => {
  const output = await newOutput();
  const { files } = await testEpub({
    content: libraries(),
    output,
    request: { draft: true, languages: ["en"] },
  });
  expect(files.map(({ path }) => path)).toEqual(["2030/white-paper-2030.en.draft.epub"]);
});
