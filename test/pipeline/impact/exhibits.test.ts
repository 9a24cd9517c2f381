import { expect, test } from "vitest";
import type { Edition } from "../../../src/model/edition.ts";
import { exhibitImpacts } from "../../../src/pipeline/impact/exhibits.ts";

const TITLE = "exhibits.tables.loans.title";

interface Shown {
  /** Text of the cell `a.b`; null where the table has none. */
  readonly cell: string | null;
  readonly alt: string;
}

const title = (text: string) => ({ nodes: [{ kind: "text", text }] });

function edition({ cell, alt }: Shown): Edition {
  const cells = [{ ref: "a.a", text: "1" }, ...(cell === null ? [] : [{ ref: "a.b", text: cell }])];
  const table = { id: "loans", title: TITLE, rows: [{ cells: [] }, { cells }] };
  const chart = { id: "books", title: "exhibits.charts.books.title", reads: ["a.a", "a.b"], alt };
  return {
    texts: new Map([
      [TITLE, title("Loans")],
      [chart.title, title("Books")],
    ]),
    tables: new Map([["loans", table]]),
    charts: new Map([["books", chart]]),
  } as unknown as Edition;
}

const impacts = (
  ref: string,
  before: Shown,
  after: Shown,
  pages: readonly (readonly [string, string])[] = [],
) =>
  exhibitImpacts(ref, {
    language: "en",
    before: edition(before),
    after: edition(after),
    pages: new Map(pages),
  });

test("a table shows its cell before and after, a chart its alternative text", () => {
  const table = { kind: "table", id: "loans", language: "en", title: "Loans", page: null, alt: null };
  const chart = { kind: "chart", id: "books", language: "en", title: "Books", page: null };
  expect(impacts("a.b", { cell: "10", alt: "ten" }, { cell: "12", alt: "twelve" })).toEqual([
    { ...table, printedBefore: "10", printedAfter: "12" },
    { ...chart, printedBefore: "", printedAfter: "", alt: { before: "ten", after: "twelve" } },
  ]);
  expect(impacts("a.b", { cell: null, alt: "ten" }, { cell: "12", alt: "ten" })).toEqual([
    { ...table, printedBefore: "", printedAfter: "12" },
    { ...chart, printedBefore: "", printedAfter: "", alt: null },
  ]);
  expect(impacts("a.c", { cell: "10", alt: "" }, { cell: "12", alt: "" })).toEqual([]);
});

test("what stood on no page of the release is not named, what stood on one is named with it", () => {
  const [before, after] = [
    { cell: "10", alt: "" },
    { cell: "12", alt: "" },
  ];
  expect(impacts("a.b", before, after, [["p1", "1"]])).toEqual([]);
  expect(impacts("a.b", before, after, [[TITLE, "4"]]).map(({ kind, page }) => [kind, page])).toEqual([
    ["table", "4"],
  ]);
  const chart: readonly [string, string] = ["exhibits.charts.books.title", "5"];
  expect(impacts("a.b", before, after, [chart]).map(({ kind, page }) => [kind, page])).toEqual([
    ["chart", "5"],
  ]);
});
