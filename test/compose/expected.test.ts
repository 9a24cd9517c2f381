import { beforeAll, expect, test } from "vitest";
import { createDraft, type Draft } from "../../src/compose/draft.ts";
import { expectedBlocks, textBlock } from "../../src/compose/expected.ts";
import type { Edition } from "../../src/model/edition.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { composeLibraries, librariesReport } from "../preflight/libraries.ts";

let edition: Edition;
let draft: Draft;
beforeAll(async () => {
  edition = resolve(await librariesReport(), "en");
});

/** A draft that has noted the texts of these keys. */
function noting(...keys: string[]): Draft {
  draft = createDraft(edition, new Map(), () => "");
  for (const key of keys)
    draft.blocks.push(textBlock(draft, { role: "paragraph", id: key, text: edition.texts.get(key) ?? null }));
  return draft;
}

const summary = (noted: Draft, html: string) =>
  expectedBlocks(noted, html, new Map()).map(({ key, text }) => key ?? text);

test("a text that was noted is expected with its key and figures, words of templates as they are", async () => {
  const text = noting("preface.p1").blocks[0]?.text ?? "";
  const html = `<p>Words</p><p>${text}</p><p>More</p>`;
  expect(summary(noting("preface.p1"), html)).toEqual(["Words", "preface.p1", "More"]);
  const [, block] = expectedBlocks(noting("preface.p1"), html, new Map());
  expect(block?.figures?.map(({ ref, format }) => [ref, format])).toEqual([
    ["report.end", "date"],
    ["loans.all.books", "count"],
    ["loans.yoy", "yoy"],
    ["loans.budget", "money"],
  ]);
});

test("a text that the template does not print, or prints otherwise, is expected all the same", () => {
  const second = noting("lending.branches.p1").blocks[0]?.text ?? "";
  expect(summary(noting("preface.p1", "lending.branches.p1"), `<p>${second}</p>`)).toEqual([
    "preface.p1",
    "lending.branches.p1",
  ]);
  expect(summary(noting("preface.p1"), "<p>By December</p>")).toEqual(["By December", "preface.p1"]);
});

test("an edition expects all its texts, cells and charts, in order", async () => {
  const { composition } = await composeLibraries(await librariesReport(), "ja");
  const { blocks } = composition;
  const keys = blocks.map(({ key }) => key).filter((key) => key !== null);
  expect(keys.indexOf("preface.p1")).toBeGreaterThan(keys.indexOf("preface.title"));
  expect(keys.indexOf("lending.branches.p1")).toBeGreaterThan(keys.indexOf("lending.branches.title"));
  const cells = blocks.flatMap(({ role, figures }) => (role === "cell" ? (figures ?? []) : []));
  expect(cells.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["120,400", "80,250", "45,125", "9,000", "254,775"]),
  );
  expect(blocks.find(({ role, id }) => role === "chart" && id === "books_by_branch")?.text).toContain(
    "45,125",
  );
  expect(blocks.filter(({ role }) => role === "contents").map(({ id }) => id)).toEqual(
    expect.arrayContaining(["preface", "lending", "lending-branches"]),
  );
});
