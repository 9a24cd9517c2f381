import { expect, test } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import type { Revision } from "../../../src/model/revision.ts";
import { assessImpact, layoutChanges, staleSince } from "../../../src/pipeline/impact/assess.ts";
import { releasedReport } from "../../../src/pipeline/impact/released-report.ts";
import { type Changes, changed, edited, libraries, YEAR } from "../../support/report.ts";
import { released, reportIn } from "../../support/revisions.ts";

const CHECKS = "data/2030/checks.yaml";
const LOANS = "data/2030/tables/loans.csv";
const checks = (parts: string): Changes => ({
  [CHECKS]: `checks:
  books: { kind: sum, total: loans.all.books, parts: [${parts}] }
  films: { kind: equality, says: the films, figure: loans.all.films, equals: loans.harbour.films }
derived:
  far: { formula: sum, parts: [loans.park.books, loans.mill.books], unit: loan }
`,
});
const ALL = "loans.harbour.books, loans.hill.books, loans.park.books, loans.mill.books";

const START = { ...checks(ALL), "data/2030/acknowledgements.yaml": "acknowledgements: {}\n" };
const REPORT = await reportIn(libraries(START), YEAR);
const RELEASED = changed(libraries(START), await released(libraries(START), { year: YEAR }));

const reportOf = (changes: Changes = {}): Promise<Report> => reportIn(changed(RELEASED, changes), YEAR);

/** The impact of a report after its last revision has been made another one. */
function impactAfter(report: Report, alter: (last: Revision) => Partial<Revision>) {
  const [last] = report.revisions.released;
  if (!last) throw new Error("nothing is released");
  const revisions = { ...report.revisions, released: [{ ...last, ...alter(last) }] };
  const impact = assessImpact({ ...report, revisions });
  if (!impact) throw new Error("no impact");
  return impact;
}

const attention = (report: Report, alter: (last: Revision) => Partial<Revision> = () => ({})) =>
  impactAfter(report, alter).figures.map(({ ref, attention: lines }) => [ref, ...lines]);

test("nothing was released: no impact", () => {
  expect(assessImpact(REPORT)).toBeNull();
});

test("a sum that no longer holds, that holds again, whose accepted difference changes or stays", async () => {
  const now = await reportOf(await edited(LOANS, "9000", "9001"));
  const broken = "books no longer holds: the 4 parts add up to 254776";
  expect(attention(now)).toEqual([["loans.mill.books", broken], ["derived.far"]]);
  const failing = (difference: string) => () => ({ failing: new Map([["books", difference]]) });
  const other = "books: the accepted difference of 3 becomes -1";
  expect(attention(now, failing("3"))).toEqual([["loans.mill.books", other], ["derived.far"]]);
  expect(attention(now, failing("-1"))).toEqual([["loans.mill.books"], ["derived.far"]]);
  const mended = await reportOf();
  const was = (last: Revision) => ({
    ...failing("-1")(),
    figures: new Map([
      ...last.figures,
      ["loans.mill.books", { value: "9001", unit: "loan", status: "normal" as const }],
    ]),
  });
  expect(attention(mended, was)).toEqual([
    ["loans.mill.books", "books holds now: take its acknowledgement out"],
  ]);
});

test("a check before and after: its outcome, its difference, what it says", async () => {
  const report = await reportOf(await edited(LOANS, "All,254775,", "All,254775,3100"));
  const [films] = impactAfter(report, () => ({})).figures;
  expect([films?.ref, films?.derived, films?.was, films?.is]).toEqual([
    "loans.all.films",
    false,
    null,
    "3100",
  ]);
  expect(films?.checks).toEqual([
    {
      id: "films",
      says: "the films",
      before: "not-computable",
      after: "passed",
      differenceBefore: null,
      differenceAfter: null,
      finding: expect.any(String),
    },
  ]);
  const wrong = await reportOf(await edited(LOANS, "All,254775,", "All,254775,3101"));
  const [found] = impactAfter(wrong, () => ({})).figures;
  expect(found?.checks.map(({ before, after, differenceAfter }) => [before, after, differenceAfter])).toEqual(
    [["not-computable", "failed", "1"]],
  );
  expect(found?.attention[0]).toMatch(/^films \(the films\) no longer holds: /);
  const gone = await reportOf(await edited(LOANS, "9000", ""));
  const failed = impactAfter(gone, () => ({ failing: new Map([["books", "5"]]) })).figures[0];
  expect(
    failed?.checks.map(({ before, after, differenceBefore }) => [before, after, differenceBefore]),
  ).toEqual([["failed", "not-computable", "5"]]);
  expect(failed?.attention.filter((line) => line.startsWith("books"))).toEqual([]);
  const passed = impactAfter(gone, () => ({})).figures[0];
  expect(passed?.checks.map(({ before, after }) => [before, after])).toEqual([["passed", "not-computable"]]);
  expect(passed?.attention.filter((line) => line.startsWith("books"))).toEqual([]);
});

test("a derived figure of another value touches only the editions that print it", async () => {
  const report = await reportOf();
  const far = (last: Revision) => ({
    derived: new Map([...last.derived].map(([ref, figure]) => [ref, { ...figure, value: "1" }])),
  });
  const impact = impactAfter(report, far);
  expect(impact.figures.map(({ ref, was, is, derived }) => [ref, was, is, derived])).toEqual([
    ["derived.far", "1", "54125", true],
  ]);
  expect(impact.editions).toEqual([]);
  const printed = await reportOf(
    await edited("locales/ko/2030/lending.json", "{{loans.mill.books, count}}", "{{derived.far, count}}"),
  );
  const korean = impactAfter(printed, (last) => ({
    ...far(last),
    texts: new Map([...last.texts].filter(([language]) => language !== "ko")).set(
      "ko",
      new Map([...(printed.locales.get("ko")?.texts ?? [])].map(([key, { template }]) => [key, template])),
    ),
  }));
  expect(korean.editions).toEqual(["ko"]);
});

test("translations are stale until they follow their English text", () => {
  const text = (language: "en" | "ko" | "ja", key: string) => ({
    key,
    language,
    page: null,
    before: "",
    after: "",
  });
  const impact = { since: 1, figures: [], layout: [], editions: [] };
  const texts = [text("en", "p1"), text("en", "p2"), text("ko", "p2"), text("ja", "p3")];
  expect(staleSince({ ...impact, texts })).toEqual(["p1"]);
  expect(staleSince({ ...impact, texts: [text("ko", "p1")] })).toEqual([]);
});

test("layout that is new, changed and gone, in order; templates of the web edition are not print", async () => {
  const report = await reportOf();
  const [last] = report.revisions.released;
  if (!last) throw new Error("nothing is released");
  expect(layoutChanges(report, last)).toEqual([]);
  const [first = "", second = ""] = [...last.layout.keys()];
  const layout = new Map([...last.layout, ["z.css", "1"], [second, "x"]]);
  layout.delete(first);
  expect(layoutChanges(report, { ...last, layout })).toEqual([first, second, "z.css"].sort());
  expect([...last.layout.keys()].filter((path) => path.includes("/web/"))).toEqual([]);
});

test("the report as released: its values, what is gone, texts whose figures can no longer be printed", async () => {
  const report = await reportOf();
  const [last] = report.revisions.released;
  if (!last) throw new Error("nothing is released");
  const figure = (value: string, unit: string) => ({ value, unit, status: "estimated" as const });
  const before = releasedReport(report, {
    ...last,
    figures: new Map([
      ...last.figures,
      ["loans.hill.books", figure("80000", "visit")],
      ["gone.known", figure("5", "loan")],
      ["gone.unknown", figure("5", "no-such-unit")],
    ]),
    texts: new Map([
      [
        "en",
        new Map([
          [
            "lending.branches.p1",
            "Was {{gone.known, count}}, {{gone.unknown, count}}; {{loans.hill.books, no-format}} {{loans.hill.books}} {{loans.yoy, rank}} end",
          ],
        ]),
      ],
    ]),
  });
  const of = (ref: string) => before.figures.get(ref);
  expect([of("loans.hill.books")?.value?.toFixed(), of("loans.hill.books")?.unit.id]).toEqual([
    "80000",
    "visit",
  ]);
  expect(of("loans.hill.books")?.status).toBe("estimated");
  expect(of("gone.known")).toMatchObject({ ref: "gone.known", source: "", date: null, status: "estimated" });
  expect(of("gone.known")?.value?.toFixed()).toBe("5");
  expect(before.figures.has("gone.unknown")).toBe(false);
  const cell = before.tables.get("loans")?.rows[1]?.cells.get("books");
  expect(cell?.value?.toFixed()).toBe("80000");
  expect(before.locales.get("en")?.texts.get("lending.branches.p1")?.template).toBe(
    "Was {{gone.known, count}}, (gone.unknown); (loans.hill.books) (loans.hill.books) (loans.yoy) end",
  );
  expect(before.locales.get("en")?.texts.get("lending.title")).toEqual(
    report.locales.get("en")?.texts.get("lending.title"),
  );
  expect(before.locales.get("ko")).toEqual(report.locales.get("ko"));
});
