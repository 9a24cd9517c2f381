import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { page } from "../../src/editor-report/page.ts";
import { ACCEPTED, CHECKS, reportOn, wordsOf } from "./sample.ts";

test("the summary counts what the report holds", async () => {
  const { facts, html } = await reportOn(ACCEPTED);
  expect(facts.summary).toMatchObject({
    diagnostics: { error: 0 },
    figures: { total: 18, missing: 6 },
    checks: { total: 3, passed: 1, failed: 0, acknowledged: 1, notComputable: 1 },
    editions: { built: 0, none: 4 },
    parity: null,
  });
  expect(wordsOf(html)).toContain("Every figure that can be checked holds or is acknowledged.");
});

test("a discrepancy shows both sides, the difference, its figures with file and line", async () => {
  const { html, facts } = await reportOn(CHECKS);
  const words = wordsOf(html);
  expect(words).toContain("1 error stands in the way.");
  expect(words).toContain("✕ failed sum · Lending: “as many as Hill and Park”");
  expect(words).toMatch(/Stated ?120,400 ?2 parts ?125,375 ?Difference −4,975 ?ends magnified/);
  expect(html).toContain('href="../../data/2030/tables/loans.csv"');
  expect(words).toContain("data/2030/tables/loans.csv:2:9");
  expect(facts.checks.find(({ id }) => id === "hill_and_park")).toMatchObject({
    outcome: "failed",
    stated: "120400",
    computed: "125375",
    difference: "-4975",
    addsUp: true,
  });
});

test("an accepted discrepancy says why, who and when", async () => {
  const words = wordsOf((await reportOn(ACCEPTED)).html);
  expect(words).toContain("“as the branches told us” — Library office, 2031-02-01; not printed; data/2030/");
});

test("missing data name the charts and checks that they blank", async () => {
  const { facts } = await reportOn(CHECKS);
  expect(
    facts.missing.map(({ id, charts, checks }) => [
      id,
      charts.map(({ id: c, completeness }) => `${c} ${completeness}`),
      checks,
    ]),
  ).toEqual([
    ["loans", ["films_by_branch partial"], ["all_films"]],
    ["visits", ["visits_by_branch none"], []],
  ]);
});

test("broken files: no figures, but every diagnostic with its place", async () => {
  const { html, facts } = await reportOn({ "data/2030/report.yaml": "year: [2030" });
  expect(facts.readable).toBe(false);
  expect(facts.diagnostics.length).toBeGreaterThan(0);
  const words = wordsOf(html);
  expect(words).toContain("The report’s files cannot be read");
  for (const { message } of facts.diagnostics) expect(words).toContain(message.replace(/\s+/g, " "));
  expect(words).toContain("data/2030/report.yaml:");
});

test("an edition that is still there from an earlier build is listed as such", async () => {
  const entry = {
    language: "ko",
    state: "released" as const,
    file: "white-paper-2030.ko.pdf",
    bytes: 2048,
    sha256: "",
    pages: 7,
    contents: {},
  };
  const { facts, html } = await reportOn({}, { year: 2030, madeWith: {}, editions: [entry] });
  expect(facts.editions.map(({ language, result }) => `${language} ${result}`)).toEqual([
    "en none",
    "zh-CN none",
    "ja none",
    "ko earlier",
  ]);
  expect(html).toContain('href="white-paper-2030.ko.pdf"');
});

/** Values that name a kind: another one cannot come from a file. */
const KINDS = new Set([
  "outcome",
  "kind",
  "severity",
  "result",
  "status",
  "statuses",
  "language",
  "completeness",
  "state",
  "computed",
  "stated",
  "difference",
  "code",
  "editions",
  "id",
]);
const HOSTILE = `</style><script>alert(1)</script>"' onload="x"><img src=x>`;

/** Facts in which every text that a file could hold is hostile. */
function poisoned(value: unknown, key = ""): unknown {
  if (KINDS.has(key)) return value;
  if (typeof value === "string") return `${value}${HOSTILE}`;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poisoned(item, name)]));
}

const TAG = /<\/?[a-z][\w-]*(?:\s+[\w-]+(?:="[^"]*")?)*\s*\/?>|<!doctype html>/g;

/** The elements of a page, each with the names of its attributes. */
const shapesOf = (html: string) => [...new Set(html.match(TAG)?.map((tag) => tag.replace(/="[^"]*"/g, "")))];

test("hostile text stays text, wherever it stands", async () => {
  const { facts } = await reportOn(ACCEPTED);
  const bad = page({ facts: poisoned(facts) as typeof facts, charts: [], style: "" });
  const good = page({ facts, charts: [], style: "" });
  expect(shapesOf(bad).filter((shape) => !shapesOf(good).includes(shape))).toEqual([]);
  expect(bad.replace(TAG, "")).not.toContain("<");
  expect(bad).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=&quot;x&quot;");
});

test("hostile files are told of, and stay text", async () => {
  const { html } = await reportOn({
    ...CHECKS,
    "data/2030/report.yaml": "year: 2030\n<script>alert(1)</script>: {}\n",
    "locales/en/2030/preface.json": '{ "title": "<img src=x onerror=alert(1)>", "p1": "" }',
  });
  expect(html).not.toMatch(/<script|<img/);
});

test("nothing is loaded or run: the page allows its own style sheet only", async () => {
  const { html } = await reportOn(CHECKS);
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(style.length).toBeGreaterThan(1000);
  expect(html).toContain(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri`);
  expect(html).not.toMatch(/<script|<link|<iframe|<img|\sstyle="|\son\w+="|@import|url\(http/);
});

test("the same content gives the same bytes, without machine's paths and times", async () => {
  const [first, second] = [await reportOn(CHECKS), await reportOn(CHECKS)];
  expect(second.html).toBe(first.html);
  expect(second.json).toBe(first.json);
  expect(first.html).not.toContain(process.cwd());
  expect(first.json).not.toContain(process.cwd());
  expect(first.html).not.toMatch(/href="(?:\/|file:|[a-z]+:\/\/(?!www\.))/);
});

test("links inside the page lead somewhere, ids are unique, tables have headers", async () => {
  const { html } = await reportOn(CHECKS);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  const tables = html.match(/<table[\s\S]*?<\/table>/g) ?? [];
  expect(tables.length).toBeGreaterThan(4);
  for (const table of tables) expect(table).toMatch(/<caption>[\s\S]*<th scope="col"/);
});
