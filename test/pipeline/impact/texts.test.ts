import { expect, test } from "vitest";
import type { Edition, ResolvedText } from "../../../src/model/edition.ts";
import type { Inline } from "../../../src/model/inline.ts";
import type { Locale } from "../../../src/model/report.ts";
import type { EditionPair } from "../../../src/pipeline/impact/impact.ts";
import { textImpacts, wordingChanges } from "../../../src/pipeline/impact/texts.ts";

const words = (text: string): Inline => ({ kind: "text", text });
const print = (text: string, format = "count", ref = "a.b"): Inline => ({
  kind: "figure",
  ref,
  format,
  text,
});

function edition(texts: Readonly<Record<string, readonly Inline[]>>, written: Record<string, string> = {}) {
  const resolved = Object.entries(texts).map(([key, nodes]): [string, ResolvedText] => [
    key,
    { key, language: "en", state: "source", nodes },
  ]);
  const templates = Object.entries(written).map(([key, template]) => [key, { template }] as const);
  const locale = { language: "en", texts: new Map(templates) } as unknown as Locale;
  return {
    language: "en",
    locale,
    texts: new Map(resolved),
    tables: new Map(),
    charts: new Map(),
  } as unknown as Edition;
}

const pair = (before: Edition, after: Edition, pages: Record<string, string> = {}): EditionPair => ({
  language: "en",
  before,
  after,
  pages: new Map(Object.entries(pages)),
});

test("a text that prints the figure otherwise, by its sentence, with its page", () => {
  const nodes = (text: string) => [
    words("One sentence. "),
    { kind: "em" as const, children: [words("There were "), print(text)] },
    words(" of them. The rest."),
  ];
  const both = pair(edition({ p1: nodes("1") }), edition({ p1: nodes("2") }), { p1: "7" });
  expect(textImpacts("a.b", both)).toEqual([
    {
      key: "p1",
      language: "en",
      page: "7",
      before: "There were 1 of them.",
      after: "There were 2 of them.",
      printedBefore: "1",
      printedAfter: "2",
      flip: null,
    },
  ]);
  expect(textImpacts("a.c", both)).toEqual([]);
  expect(textImpacts("a.b", pair(edition({ p1: nodes("1") }), edition({ p1: nodes("1") })))).toEqual([]);
});

test("each print is set beside the one before it of the same format", () => {
  const before = edition({ p1: [print("1"), words(", "), print("first", "rank"), words(". "), print("1")] });
  const after = edition({ p1: [print("second", "rank"), words(", "), print("2"), words(". "), print("2")] });
  const found = textImpacts("a.b", pair(before, after));
  expect(found.map(({ printedBefore, printedAfter, flip }) => [printedBefore, printedAfter, flip])).toEqual([
    ["first", "second", { before: "first", after: "second" }],
    ["1", "2", null],
    ["1", "2", null],
  ]);
});

test("the second of two prints is in its own sentence; one that ends a sentence is in that one", () => {
  const text = (second: string) =>
    edition({ p1: [words("It had 1. It has "), print(second), words(". More.")] });
  const [found] = textImpacts("a.b", pair(text("5"), text("6")));
  expect([found?.before, found?.after]).toEqual(["It has 5.", "It has 6."]);
  const ends = (last: string) => edition({ p1: [words("One. "), print(last)] });
  expect(textImpacts("a.b", pair(ends("Two."), ends("Three.")))[0]?.after).toBe("Three.");
  const begins = (first: string) => edition({ p1: [words("One. "), print(first), words(" rooms.")] });
  expect(textImpacts("a.b", pair(begins("Two"), begins("Three")))[0]?.after).toBe("Three rooms.");
});

test("a print that was not there before has no words before and turns nothing", () => {
  const after = edition({ p1: [words("Now "), print("second", "rank")] });
  const [found] = textImpacts("a.b", pair(edition({ p1: [words("Then nothing")] }), after));
  expect([found?.printedBefore, found?.printedAfter, found?.flip, found?.page]).toEqual([
    "",
    "second",
    null,
    null,
  ]);
  expect(textImpacts("a.b", pair(edition({}), after))).toEqual([]);
});

test("texts that are new, removed and worded otherwise, as printed; a label as written", () => {
  const before = edition({ p1: [words("Old 1")], gone: [words("Gone 1")], same: [words("Same")] }, {});
  const after = edition(
    { p1: [words("New 1")], fresh: [words("Fresh 1")], same: [words("Same")] },
    { p1: "New {{a.b}}", fresh: "Fresh {{a.b}}", same: "Same", label: "Label now" },
  );
  const released = new Map([
    ["p1", "Old {{a.b}}"],
    ["gone", "Gone {{a.b}}"],
    ["same", "Same"],
    ["label", "Label then"],
  ]);
  expect(wordingChanges(pair(before, after, { p1: "3" }), released)).toEqual([
    { key: "p1", language: "en", page: "3", before: "Old 1", after: "New 1" },
    { key: "fresh", language: "en", page: null, before: null, after: "Fresh 1" },
    { key: "gone", language: "en", page: null, before: "Gone 1", after: null },
    { key: "label", language: "en", page: null, before: "Label then", after: "Label now" },
  ]);
});
