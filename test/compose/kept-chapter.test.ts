import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { type Composed, type ComposeRequest, compose } from "../../src/compose/compose.ts";
import { gather } from "../../src/gather/gather.ts";
import type { Language } from "../../src/model/language.ts";
import type { Memo } from "../../src/model/memo.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { type Changes, ENGINE, edited, libraries, YEAR } from "../support/report.ts";

/** A memo as builds keep it, through JSON; with what was made anew since it was last asked. */
function rememberingMemo() {
  const kept = new Map<string, string>();
  let made: string[] = [];
  const memo: Memo = {
    once: (step, key, make, lasting = () => true) => {
      const id = `${step} ${key()}`;
      const known = kept.get(id);
      if (known !== undefined) return JSON.parse(known);
      const result = make();
      made.push(step);
      if (lasting(result)) kept.set(id, JSON.stringify(result));
      return result;
    },
  };
  const anew = () => {
    const chapters = made.filter((step) => step.startsWith("chapter"));
    made = [];
    return chapters;
  };
  return { memo, anew };
}

interface Wanted {
  readonly language?: Language;
  readonly annotate?: boolean;
  /** Something that every drawing shows. */
  readonly drawn?: string;
}

async function request(changes: Changes, { language = "en", annotate = false, drawn = "" }: Wanted = {}) {
  const { report, diagnostics } = check(
    await gather({ year: YEAR, content: libraries(changes), engine: ENGINE }),
  );
  if (!report) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const edition = resolve(report, language);
  const charts = [...edition.charts.values()].map(({ id, alt }) => {
    const svg = `<svg role="img" aria-label="${alt}"><text>${id}</text><text>${drawn}</text></svg>`;
    return [id, { id, svg, width: 1, height: 1 }] as const;
  });
  const { chapters, templates, styles } = report;
  return {
    edition,
    chapters,
    charts: new Map(charts),
    templates,
    styles,
    revision: null,
    corrections: [],
    annotate,
  } satisfies ComposeRequest;
}

/** A whole composition, maps and all, as text. */
function shown({ composition, diagnostics }: Composed): string {
  const whole = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
  return JSON.stringify({ composition, diagnostics }, whole, 1);
}

const LENDING = "templates/chapters/lending.hbs";

/** Everything that a chapter may hang on, changed one by one; and how many chapters of two that makes anew at most. */
const EDITS: readonly (readonly [string, () => Promise<Changes>, number])[] = [
  ["nothing", async () => ({}), 0],
  ["a figure in a text", () => edited("data/2030/indicators.yaml", "value: 28645", "value: 28646"), 1],
  ["a cell", () => edited("data/2030/tables/loans.csv", "Mill,9000,410", "Mill,9000,411"), 1],
  ["a missing cell", () => edited("data/2030/tables/loans.csv", "Park,45125,", "Park,45125,7"), 1],
  ["words", () => edited("locales/en/2030/lending.json", "at Harbour", "in Harbour"), 1],
  [
    "a heading that is referred to",
    () => edited("locales/en/2030/exhibits.json", '"title": "', '"title": "All: '),
    2,
  ],
  ["a reference", () => edited("locales/en/2030/lending.json", " and <see chart=films_by_branch/>", ""), 2],
  [
    "a chapter's template",
    () =>
      edited(
        LENDING,
        '    {{chart "films_by_branch"}}\n    {{chart "visits_by_branch"}}',
        '    {{chart "visits_by_branch"}}\n    {{chart "films_by_branch"}}',
      ),
    2,
  ],
  ["one that numbers", () => edited("templates/chapters/preface.hbs", " number=false", ""), 2],
  [
    "a partial",
    async () => ({
      "templates/partials/paragraph.hbs": '<p id="{{id}}" class="own"{{{lang}}}>{{{html}}}</p>\n',
    }),
    2,
  ],
  ["a translation", () => edited("locales/ko/2030/lending.json", "분관별 도서 대출", "분관의 도서 대출"), 0],
];

test.each(EDITS)("%s: what is kept changes nothing, and is used where it can be", async (_, edit, most) => {
  const { memo, anew } = rememberingMemo();
  const first = await request({});
  expect(shown(compose({ ...first, memo }))).toBe(shown(compose(first)));
  anew();
  const changed = await request(await edit());
  expect(shown(compose({ ...changed, memo }))).toBe(shown(compose(changed)));
  // Each is composed twice, the first time to be numbered.
  expect(anew().length).toBeLessThanOrEqual(most * 4);
  expect(shown(compose({ ...changed, memo }))).toBe(shown(compose(changed)));
  expect(anew()).toEqual([]);
});

test("another language, marks for the preview and other drawings are other chapters", async () => {
  const { memo, anew } = rememberingMemo();
  compose({ ...(await request({})), memo });
  for (const other of [{ language: "ko" as const }, { annotate: true }, { drawn: "2031" }]) {
    anew();
    const wanted = await request({}, other);
    expect(shown(compose({ ...wanted, memo }))).toBe(shown(compose(wanted)));
    expect(anew().length).toBeGreaterThan(0);
  }
});

test("the numbers that a chapter begins with come from those before it", async () => {
  const { memo } = rememberingMemo();
  // With references, all that can be referred to is part of the key.
  const alone = {
    ...(await edited(
      "locales/en/2030/lending.json",
      "; see <see table=loans/> and <see chart=films_by_branch/>",
      "",
    )),
    ...(await edited(
      "locales/en/2030/exhibits.json",
      " For the books, see <see section=lending.branches/>.",
      "",
    )),
  };
  const numbered = await edited("templates/chapters/preface.hbs", " number=false", "");
  const first = await request(alone);
  expect(shown(compose({ ...first, memo }))).toBe(shown(compose(first)));
  const second = await request({ ...alone, ...numbered });
  expect(shown(compose({ ...second, memo }))).toBe(shown(compose(second)));
});

test("a chapter with complaints complains each time", async () => {
  const { memo } = rememberingMemo();
  const wrong = await request(
    await edited(LENDING, '{{p "p1"}}', '{{p "p1"}}{{p "p9"}}{{label "labels.nothing"}}'),
  );
  const found = shown(compose(wrong));
  expect(found).toContain("unknown-text");
  expect(found).toContain("unknown-label");
  for (let i = 0; i < 3; i++) expect(shown(compose({ ...wrong, memo }))).toBe(found);
});

test("whatever was edited in whatever order, what is kept changes nothing", async () => {
  const made = new Map<number, ComposeRequest>();
  for (const [i, [, edit]] of EDITS.entries()) made.set(i, await request(await edit()));
  const { memo } = rememberingMemo();
  const steps = fc.array(fc.nat(EDITS.length - 1), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(steps, (sequence) => {
      for (const step of sequence) {
        const wanted = made.get(step);
        if (wanted) expect(shown(compose({ ...wanted, memo }))).toBe(shown(compose(wanted)));
      }
    }),
    { numRuns: 10 },
  );
});
