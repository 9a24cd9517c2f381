import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { gather } from "../../src/gather/gather.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Language } from "../../src/model/language.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { type Changes, ENGINE, edited, libraries, YEAR } from "../support/report.ts";

async function edition(language: Language, changes: Changes = {}): Promise<Edition> {
  const { report, diagnostics } = check(
    await gather({ year: YEAR, content: libraries(changes), engine: ENGINE }),
  );
  if (!report) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return resolve(report, language);
}

const header = async (changes: Changes) => (await edition("en", changes)).tables.get("loans")?.header;

test("labels in the edition's words, cells in its numbers, a sign where a value is missing", async () => {
  const table = (await edition("ja")).tables.get("loans");
  expect(table?.header).toEqual([
    [
      { text: "分館", columns: 1, rows: 1 },
      { text: "図書", columns: 1, rows: 1 },
      { text: "映画", columns: 1, rows: 1 },
    ],
  ]);
  const park = table?.rows.find(({ code }) => code === "park");
  expect(park).toMatchObject({ kind: "branch", label: "公園分館" });
  expect(park?.cells).toEqual([
    { ref: "loans.park.books", text: "45,125", status: "normal" },
    { ref: "loans.park.films", text: "…", status: "missing" },
  ]);
  expect(table).toMatchObject({
    unit: "exhibits.tables.loans.unit",
    notes: ["exhibits.tables.loans.notes.n1"],
  });
});

test("neighbouring columns of a group stand under one header cell", async () => {
  const grouped = await edited(
    "data/2030/report.yaml",
    "books: { unit: loan }\n      films: { unit: loan }",
    "books: { unit: loan, group: media }\n      films: { unit: loan, group: media }",
  );
  expect(await header(grouped)).toEqual([
    [
      { text: "Branch", columns: 1, rows: 2 },
      { text: "media", columns: 2, rows: 1 },
    ],
    [
      { text: "Books", columns: 1, rows: 1 },
      { text: "Films", columns: 1, rows: 1 },
    ],
  ]);
  const one = await edited(
    "data/2030/report.yaml",
    "films: { unit: loan }",
    "films: { unit: loan, group: media }",
  );
  expect((await header(one))?.[0]?.map(({ rows, columns }) => [rows, columns])).toEqual([
    [2, 1],
    [2, 1],
    [1, 1],
  ]);
});

test("a text that a draft lacks is English, and says so", async () => {
  const draft = await edited("data/2030/report.yaml", "ko: { state: released }", "ko: { state: draft }");
  const { texts, state } = await edition("ko", {
    ...draft,
    ...(await edited("locales/ko/2030/lending.json", '"title": "대출",', "")),
  });
  expect(state).toBe("draft");
  expect(texts.get("lending.title")).toMatchObject({ language: "en", state: "missing" });
  expect(texts.get("lending.branches.title")).toMatchObject({ language: "ko", state: "done" });
});

test("a translation whose English has changed since is stale; English is the source", async () => {
  const changes = await edited("locales/en/2030/lending.json", '"Lending"', '"Loans"');
  const all = await edited(
    "data/2030/report.yaml",
    "zh-CN: { state: released }\n  ja: { state: released }\n  ko: { state: released }",
    "zh-CN: { state: draft }\n  ja: { state: draft }\n  ko: { state: draft }",
  );
  expect((await edition("ko", { ...changes, ...all })).texts.get("lending.title")?.state).toBe("stale");
  expect((await edition("en", { ...changes, ...all })).texts.get("lending.title")?.state).toBe("source");
});

test("the same report is resolved once, even when other editions are asked for; another one anew", async () => {
  const { report } = check(await gather({ year: YEAR, content: libraries(), engine: ENGINE }));
  if (!report) throw new Error("no report");
  const first = resolve(report, "en");
  expect(resolve({ ...report, editions: new Map([["en", first.state]]) }, "en")).toBe(first);
  const others = [
    { ...report, editions: new Map([["en", first.state === "draft" ? "released" : "draft"] as const]) },
    { ...report, figures: new Map(report.figures) },
    { ...report, charts: new Map() },
    { ...report, year: 2031 },
  ];
  for (const other of others) expect(resolve(other, "en")).not.toBe(first);
  expect(resolve(report, "ko")).not.toBe(first);
});
