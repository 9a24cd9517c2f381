import { afterAll, beforeAll, expect, test } from "vitest";
import { memoryOutput, sharedPrinter, testBuild } from "../support/build.ts";
import { type Changes, edited, libraries } from "../support/report.ts";

const browser = await sharedPrinter();
afterAll(browser.end);
const { printer } = browser;
const good = memoryOutput();

beforeAll(async () => {
  await testBuild({ content: libraries(), printer, output: good });
});

async function rebuild(changes: Changes) {
  const output = memoryOutput(good.files);
  const result = await testBuild({ content: libraries(changes), printer, output });
  return { result, output, errors: result.diagnostics.filter(({ severity }) => severity === "error") };
}

const pdfs = ({ files }: typeof good) => [...files].filter(([path]) => path.endsWith(".pdf"));

test("an edition whose print is not what it should be is not delivered, and its last good PDF stays", async () => {
  const { result, output, errors } = await rebuild({
    "templates/styles/9-fault.css": ":lang(ko) #preface-p1, html:lang(ja) #preface-p1 { display: none }",
  });
  expect(new Set(errors.map(({ code, file }) => `${code} ${file}`))).toEqual(
    new Set(["text-missing locales/ja/2030/preface.json", "text-missing locales/ko/2030/preface.json"]),
  );
  expect(result.editions.map(({ finished }) => finished !== null)).toEqual([true, true, false, false]);
  for (const [path, bytes] of pdfs(good).filter(([name]) => /\.(?:ja|ko)\./.test(name)))
    expect(Buffer.compare(output.files.get(path) ?? new Uint8Array(), bytes)).toBe(0);
});

test("a draft that shows other figures than the source is delivered with a warning", async () => {
  const { result, errors } = await rebuild({
    ...(await edited("data/2030/report.yaml", "ko: { state: released }", "ko: { state: draft }")),
    ...(await edited(
      "locales/ko/2030/lending.json",
      "{{loans.mill.books, count}}",
      "{{loans.hill.books, count}}",
    )),
  });
  expect(errors).toEqual([]);
  expect(result.editions.at(-1)).toMatchObject({ language: "ko", finished: { state: "draft" } });
  const warned = result.diagnostics.filter(({ code }) => code === "editions-differ");
  expect(warned.map(({ message }) => message.replace(/ \(no.*?\)/, ""))).toEqual([
    "ko, page 2, lending.branches.p1: shows the figure loans.hill.books (80250), and en does not",
    "ko, page 2, lending.branches.p1: the figure loans.mill.books (9000) is not there, and en shows it",
  ]);
});
