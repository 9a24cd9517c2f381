import { expect, test } from "vitest";
import { type Changes, edited, libraries, problems, shown, YEAR } from "../../support/report.ts";
import { pasted, released, reportIn } from "../../support/revisions.ts";

const FIRST = "data/2030/revisions/1.json";
const CORRECTIONS = "data/2030/corrections.yaml";
const LOANS = "data/2030/tables/loans.csv";

/** The report once released, then with some files changed. */
async function afterRelease(changes: Changes = {}): Promise<Changes> {
  return { ...(await released(libraries(), { year: YEAR })), ...changes };
}

interface Entry {
  readonly figure?: string;
  readonly was?: string;
  readonly is?: string;
  readonly reason?: string;
  readonly revision?: number;
}

const IN_FOUR = '{ en: "miscounted", zh-CN: "统计有误", ja: "集計の誤り", ko: "집계 오류" }';

const entry = ({
  figure = "loans.hill.books",
  was = "80250",
  is = "80300",
  reason = IN_FOUR,
  revision = 2,
}: Entry) =>
  `  - { figure: ${figure}, was: ${was}, is: ${is}, reason: ${reason}, decided_by: Survey office, date: 2031-05-02, revision: ${revision} }\n`;

const corrections = (...entries: Entry[]): Changes => ({
  [CORRECTIONS]: `corrections:\n${entries.map(entry).join("")}`,
});

const CHANGED = await edited(LOANS, "80250", "80300");

async function found(changes: Changes): Promise<string> {
  return shown(await problems(await afterRelease(changes)));
}

test("a released report, unchanged or corrected, has nothing wrong with it", async () => {
  expect(await found({})).toBe("");
  expect(await found({ ...CHANGED, ...corrections({}) })).toBe("");
  const { revisions } = await reportIn(
    libraries(await afterRelease({ ...CHANGED, ...corrections({}) })),
    YEAR,
  );
  expect([revisions.current, revisions.date]).toEqual([2, "2031-05-02"]);
});

test("what a correction can be wrong about", async () => {
  const wrong = async (...entries: Entry[]) => await found({ ...CHANGED, ...corrections(...entries) });
  expect(await wrong({}, { figure: "loans.hil.books" })).toMatchInlineSnapshot(`
    "error correction-of-nothing
      data/2030/corrections.yaml:3:5 (corrections[1])
      there is no figure “loans.hil.books” to correct
      → did you mean “loans.hill.books”?"
  `);
  expect(await wrong({ was: "80520" })).toMatchInlineSnapshot(`
    "error wrong-correction
      data/2030/corrections.yaml:2:5 (corrections[0])
      loans.hill.books: “was” says 80520, but revision 1 has 80250
      → write was: 80250"
  `);
  expect(await wrong({ is: "80350" })).toMatchInlineSnapshot(`
    "error wrong-correction
      data/2030/corrections.yaml:2:5 (corrections[0])
      loans.hill.books: “is” says 80350, but the data has 80300
      → write is: 80300
      → or mend the data"
  `);
  expect(await wrong({ was: "80300" })).toMatchInlineSnapshot(`
    "error correction-of-nothing
      data/2030/corrections.yaml:2:5 (corrections[0])
      loans.hill.books: “was” and “is” both say 80300
      → mend one of them, or remove the entry"
  `);
  expect(await wrong({}, { figure: "loans.hill.books" })).toMatchInlineSnapshot(`
    "error corrected-twice
      data/2030/corrections.yaml:3:5 (corrections[1])
      loans.hill.books is corrected twice for revision 2, first in line 2
      → make one entry of the two: from the released value to the new one"
  `);
  expect(await wrong({}, { revision: 3 })).toMatchInlineSnapshot(`
    "error correction-revision
      data/2030/corrections.yaml:3:5 (corrections[1])
      revision: found 3; a new correction belongs to revision 2
      → write revision: 2"
  `);
  expect(await wrong({ reason: '{ en: "miscounted", ja: "集計の誤り" }' })).toMatchInlineSnapshot(`
    "error no-reason
      data/2030/corrections.yaml:2:5 (corrections[0])
      loans.hill.books: the reason is missing in zh-CN, ko
      → readers of every edition are told why; translate it"
  `);
  expect(await wrong({ reason: '{ en: "" }' })).toMatchInlineSnapshot(`
    "error wrong-value
      data/2030/corrections.yaml:2:70 (corrections[0].reason.en)
      corrections[0].reason.en: expected a text that is not empty, found “”"
  `);
});

test("a correction that was decided before what it corrects was released", async () => {
  const early = String(corrections({})[CORRECTIONS]).replace("2031-05-02", "2031-03-31");
  expect(await found({ ...CHANGED, [CORRECTIONS]: early })).toMatchInlineSnapshot(`
    "error correction-date
      data/2030/corrections.yaml:2:5 (corrections[0])
      loans.hill.books: decided on 2031-03-31, but revision 1, which it corrects, is of 2031-04-01
      → write the day of the decision"
  `);
});

test("a correction of an earlier revision that is taken out is missed", async () => {
  const first = await afterRelease();
  const corrected = { ...first, ...CHANGED, ...corrections({}) };
  const second = await released(libraries(corrected), { year: YEAR, revision: 2, date: "2031-05-02" });
  const all = { ...corrected, ...second };
  expect(shown(await problems(all))).toBe("");
  expect(shown(await problems({ ...all, [CORRECTIONS]: null }))).toMatchInlineSnapshot(`
    "error forgotten-correction
      data/2030/corrections.yaml
      revision 2 corrected loans.hill.books from 80250 to 80300, but the entry is gone
      → earlier corrections stay listed: restore the entry from version control"
  `);
  expect(shown(await problems({ ...all, [CORRECTIONS]: "corrections: []\n" }))).toContain(
    "forgotten-correction",
  );
});

test("a correction before the first release", async () => {
  expect(shown(await problems(corrections({ is: "80250", was: "80200" })))).toMatchInlineSnapshot(`
    "error correction-revision
      data/2030/corrections.yaml:2:5 (corrections[0])
      loans.hill.books cannot be corrected: nothing is released yet
      → remove the entry and change the data: before the first release no correction is needed"
  `);
});

test("a derived figure follows; it is not corrected itself", async () => {
  const checks = {
    "data/2030/checks.yaml": `derived: { films: { formula: sum, parts: loans.kind=branch.films, unit: loan } }\n`,
  };
  const once = { ...checks, ...(await released(libraries(checks), { year: YEAR })) };
  const wrong = corrections({ figure: "derived.films", was: "5560", is: "5570" });
  expect(shown(await problems({ ...once, ...wrong }))).toMatchInlineSnapshot(`
    "error correction-of-nothing
      data/2030/corrections.yaml:2:5 (corrections[0])
      derived.films is computed from other figures and follows their corrections
      → remove the entry, and correct the figures that it is made from"
  `);
});

test("revisions that are not as they were released", async () => {
  const first = (await afterRelease())[FIRST];
  const text = typeof first === "string" ? first : "";
  const second =
    (await released(libraries(), { year: YEAR, revision: 2 }))["data/2030/revisions/2.json"] ?? null;
  expect(
    await found({ [FIRST]: text.replace("80250", "80300"), ...CHANGED, ...corrections({}) }),
  ).toMatchInlineSnapshot(`
    "error broken-seal
      data/2030/revisions/1.json:206:10 (seal)
      revision 1 was changed after its release
      → a released state is never edited: restore the file from version control, and correct the data instead"
  `);
  expect(await found({ [FIRST]: null, "data/2030/revisions/2.json": second })).toMatchInlineSnapshot(`
    "error revision-gap
      data/2030/revisions/2.json
      revision 1 is missing before revision 2
      → restore revisions/1.json from version control"
  `);
  expect(await found({ "data/2030/revisions/1 copy.json": text })).toMatchInlineSnapshot(`
    "error wrong-revision
      data/2030/revisions/1 copy.json:2:14 (revision)
      the file is revision 1, which its name does not say
      → name it 1.json again; if there is such a file, this is a copy: remove it"
  `);
  expect(await found({ [FIRST]: text.slice(0, 4000), ...CHANGED })).toMatchInlineSnapshot(`
    "error broken-json
      data/2030/revisions/1.json:133:4
      not valid JSON: property name expected
      → check commas, quotes and brackets just before this place"
  `);
  expect(await found({ [FIRST]: text.replace(/\n */g, "\n") })).toBe("");
});

test("a changed unit cannot be corrected", async () => {
  const other = await edited("data/2030/report.yaml", "books: { unit: loan }", "books: { unit: visit }");
  expect((await found(other)).split("\n").slice(0, 4).join("\n")).toMatchInlineSnapshot(`
    "error changed-unit
      data/2030/tables/loans.csv:2:9 (loans.harbour.books)
      loans.harbour.books was released in loan and is now in visit
      → write it in loan, or give the figure in visit a name of its own"
  `);
});

const DECISION = {
  reason: { en: "miscounted", "zh-CN": "统计有误", ja: "集計の誤り", ko: "집계 오류" },
  date: "2031-05-02",
};

test("a change without a correction shows the entries to paste, and they make it right", async () => {
  const changes = await edited(LOANS, "80250,2050", "80300,");
  const errors = await problems(await afterRelease(changes));
  expect(shown(errors)).toMatchInlineSnapshot(`
    "error uncorrected-change
      data/2030/tables/loans.csv:3:6 (loans.hill.books)
      loans.hill.books was released as 80250 and is now 80300, without a correction
      → undo the change, or add this to data/2030/corrections.yaml, below the line “corrections:”, and fill it in:
      - figure: loans.hill.books
        was: "80250"
        is: "80300"
        reason:
          en: ""
          zh-CN: ""
          ja: ""
          ko: ""
        decided_by: ""
        date: ""
        revision: 2
    error uncorrected-change
      data/2030/tables/loans.csv:3:12 (loans.hill.films)
      loans.hill.films was released as 2050 and is now missing, without a correction
      → undo the change, or add this to data/2030/corrections.yaml, below the line “corrections:”, and fill it in:
      - figure: loans.hill.films
        was: "2050"
        is: missing
        reason:
          en: ""
          zh-CN: ""
          ja: ""
          ko: ""
        decided_by: ""
        date: ""
        revision: 2"
  `);
  const whole = `corrections:\n${pasted(errors, DECISION)}`;
  expect(await found({ ...changes, [CORRECTIONS]: whole })).toBe("");
  const before = `corrections:\n${entry({ figure: "loans.mill.books", was: "9000", is: "9001" })}`;
  const third = { ...changes, ...(await edited(LOANS, "9000", "9001")) };
  const both = { [LOANS]: String(third[LOANS]).replace("80250,2050", "80300,") };
  const appended = await found({ ...both, [CORRECTIONS]: `${before}${pasted(errors, DECISION)}` });
  expect(appended).toBe("");
});

test("a row that is gone is shown as missing", async () => {
  const errors = await problems(await afterRelease(await edited(LOANS, "Park,45125,\n", "")));
  const own = errors.filter(({ code }) => code === "uncorrected-change");
  expect(own.map(({ message, file }) => [message, file])).toEqual([
    ["loans.park.books was released as 45125 and is now missing, without a correction", CORRECTIONS],
  ]);
});

test("what a released correction said to readers stays as it was", async () => {
  const corrected = await afterRelease({ ...CHANGED, ...corrections({}) });
  const second = await released(libraries(corrected), { year: YEAR, revision: 2 });
  const told = async (...entries: Entry[]) =>
    shown(await problems({ ...corrected, ...second, ...corrections(...entries) }));
  expect(await told({})).toBe("");
  expect(await told({ reason: IN_FOUR.replace("miscounted", "a typing error") })).toMatchInlineSnapshot(`
    "error rewritten-correction
      data/2030/corrections.yaml:2:5 (corrections[0])
      revision 2 told readers why loans.hill.books changed, and the entry now differs in the reason in en
      → a released correction is never edited: restore the entry from version control"
  `);
  const redated = corrections({})[CORRECTIONS]?.toString().replace("2031-05-02", "2031-05-03") ?? "";
  expect(shown(await problems({ ...corrected, ...second, [CORRECTIONS]: redated }))).toContain(
    "differs in the day",
  );
});
