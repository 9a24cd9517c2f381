import { expect, test } from "vitest";
import type { Language } from "../../../src/model/language.ts";
import { compareEditions, type ShownFigures } from "../../../src/preflight/parity/editions.ts";

function edition(language: Language, texts: Record<string, Record<string, string> | null>): ShownFigures {
  const shown = Object.entries(texts).map(([key, figures]) => {
    const list = figures && Object.entries(figures).map(([ref, value]) => ({ ref, value }));
    return [key, { page: "page 4", figures: list }] as const;
  });
  return { language, texts: new Map(shown) };
}

const complaintsOf = (...editions: ShownFigures[]) =>
  [...compareEditions(editions)].flatMap(([language, list]) =>
    list.map(({ message }) => [language, message]),
  );

const ENGLISH = edition("en", { p1: { loans: "582891", share: "20.83" }, p2: { end: "2030-12-31" }, p3: {} });

test("the same figures in any order are the same", () => {
  const korean = edition("ko", { p2: { end: "2030-12-31" }, p1: { share: "20.83", loans: "582891" } });
  expect(complaintsOf(ENGLISH, korean)).toEqual([]);
});

test("a figure that one edition lacks, has alone or shows otherwise", () => {
  const texts = { p1: { loans: "582981", year: "2030" }, p2: { end: "2030-12-31" } };
  expect(
    complaintsOf(
      ENGLISH,
      edition("ja", { p1: { loans: "582891", share: "20.83" }, p2: { end: "2030-12-31" } }),
      edition("ko", texts),
    ),
  ).toEqual([
    ["ko", "ko, page 4, p1: shows loans as 582981, and en as 582891"],
    ["ko", "ko, page 4, p1: the figure share (20.83) is not there, and en shows it"],
    ["ko", "ko, page 4, p1: shows the figure year (2030), and en does not"],
  ]);
});

test("a whole text that only one edition has", () => {
  expect(
    complaintsOf(
      ENGLISH,
      edition("ja", { p1: { loans: "582891", share: "20.83" }, p4: { loans: "582891" } }),
    ),
  ).toEqual([
    ["ja", "ja, page 4, p2: the text with end is not there, and en has it"],
    ["ja", "ja, page 4, p4: the text with loans does not stand in en"],
  ]);
});

test("what has been complained of in one edition is not said again", () => {
  expect(complaintsOf(ENGLISH, edition("ko", { p1: null, p2: { end: "2030-12-31" } }))).toEqual([]);
  expect(complaintsOf()).toEqual([]);
});

test("a draft is only warned of", () => {
  const draft: ShownFigures = { ...edition("ko", { p2: { end: "2030-12-31" } }), draft: true };
  expect(compareEditions([ENGLISH, draft]).get("ko")).toMatchObject([{ severity: "warning" }]);
  const released = edition("ko", { p2: { end: "2030-12-31" } });
  expect(compareEditions([ENGLISH, released]).get("ko")).toMatchObject([{ severity: "error" }]);
});
