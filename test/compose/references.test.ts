import { expect, test } from "vitest";
import { type Changes, edited, problems } from "../support/report.ts";

async function found(changes: Changes): Promise<string[]> {
  const all = await problems(changes);
  return all.map(
    ({ file, line, code, message, hints }) => `${file}:${line} ${code}: ${message} → ${hints.join("; ")}`,
  );
}

const LENDING = "locales/en/2030/lending.json";

test("a reference to what does not exist is an error at the text, with what may be meant", async () => {
  const changes = await edited(LENDING, "chart=films_by_branch", "chart=film_by_branch");
  expect((await found(changes)).filter((line) => line.includes(" unknown-reference"))).toEqual([
    `${LENDING}:5 unknown-reference: lending.branches.p1 refers to the chart “film_by_branch”, which this report does not print → did you mean “films_by_branch”?`,
  ]);
});

test("so is one to a table that exists and is not printed, and to a section as if it were a table", async () => {
  for (const [from, to] of [
    ["table=loans", "table=visits"],
    ["table=loans", "table=lending.branches"],
    ["table=loans", "section=loans"],
  ] as const) {
    const lines = await found(await edited(LENDING, from, to));
    expect(
      lines.some((line) => line.includes(`${LENDING}:5 unknown-reference`)),
      to,
    ).toBe(true);
  }
});

test("a reference in a title, which is listed in the contents, is an error", async () => {
  const lines = await found(
    await edited(LENDING, '"title": "Books by branch"', '"title": "Books (<see table=loans/>)"'),
  );
  expect(lines).toContain(
    `${LENDING}:4 misplaced-reference: lending.branches.title refers to the table “loans”, and is no paragraph or note that is printed → refer to it in a paragraph or in a note of a table`,
  );
});

test("a reference that is not written as one", async () => {
  for (const wrong of ["<see table='loans'/>", "<see table=loans>", "<see figure=loans/>", "<see/>"]) {
    const lines = await found(await edited(LENDING, "<see table=loans/>", wrong));
    expect(
      lines.filter((line) => line.includes(" wrong-markup")),
      wrong,
    ).toHaveLength(1);
  }
});

test("a translation refers to the same tables and charts", async () => {
  const path = "locales/ja/2030/lending.json";
  const lines = await found(await edited(path, "<see table=loans/>", "<see chart=books_by_branch/>"));
  expect(lines).toEqual([
    `${path}:5 different-markup: lending.branches.p1 is not marked up as the English text is: <see table=loans/> missing; <see chart=books_by_branch/> too many → compare with ${LENDING}:5:11`,
  ]);
});

test("ids with digits are no typed figures", async () => {
  const lines = await found(await edited(LENDING, "table=loans/", "table=loans_2012_2021/"));
  expect(lines.filter((line) => line.includes("typed-figure"))).toEqual([]);
});
