import { expect, test } from "vitest";
import { keptLint, lintHtml } from "../../../src/compose/lint/lint.ts";
import type { Memo } from "../../../src/model/memo.ts";

/** A memo of one test; `made` tells how often HTML was read. */
function memory(): { memo: Memo; made: () => number } {
  const known = new Map<string, unknown>();
  let made = 0;
  const once: Memo["once"] = (step, key, make, lasting = () => true) => {
    const id = `${step} ${key()}`;
    if (known.has(id)) return known.get(id) as ReturnType<typeof make>;
    made++;
    const value = make();
    if (lasting(value)) known.set(id, value);
    return value;
  };
  return { memo: { once }, made: () => made };
}

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A</title></head><body><main><h1>A</h1>${body}</main></body></html>`;

const chart = (label: string, d: string) =>
  `<svg role="img" aria-label="${label}" width="10"><path d="${d}"/></svg>`;

test("other numbers in texts and drawings are not read again", () => {
  const { memo, made } = memory();
  expect(keptLint(page(`<p id="a">1,234.5 of 7${chart("7 of 9", "M1 2.5")}</p>`), new Map(), memo)).toEqual(
    [],
  );
  expect(keptLint(page(`<p id="a">988 of 6${chart("6 of 9", "M17 31")}</p>`), new Map(), memo)).toEqual([]);
  expect(made()).toBe(1);
});

test.each([
  ["a number that is an id", `<p id="t1">1</p><p id="t2">2</p>`, `<p id="t1">1</p><p id="t1">2</p>`],
  [
    "a number that is a link",
    `<p id="t1"><a href="#t1">to 1</a></p>`,
    `<p id="t1"><a href="#t2">to 1</a></p>`,
  ],
  [
    "a number that is no longer there",
    "<p>1</p>",
    "<p>1</p><table><tr><th scope=col>A</th><td></td></tr></table>",
  ],
  ["a drawing that lost its text", chart("7", "M1 2"), chart("", "M1 2")],
])("%s is noticed", (_, sound, faulty) => {
  const { memo } = memory();
  expect(keptLint(page(sound), new Map(), memo)).toEqual([]);
  const found = keptLint(page(faulty), new Map(), memo);
  expect(found).not.toEqual([]);
  expect(found).toEqual(lintHtml(page(faulty), new Map()));
  // What is wrong is told each time.
  expect(keptLint(page(faulty), new Map(), memo)).toEqual(found);
});
