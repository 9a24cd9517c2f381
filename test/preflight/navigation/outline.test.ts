import { expect, test } from "vitest";
import type { ContentsEntry } from "../../../src/model/composition.ts";
import type { OutlineItem } from "../../../src/pdf/outline.ts";
import { checkOutline } from "../../../src/preflight/navigation/outline.ts";
import type { Finished } from "../../../src/preflight/reading/finished.ts";
import { block, codesOf, complaints, found, line } from "../sample.ts";

const HEADINGS = [
  ["chapter", "I. Chapter", 1],
  ["section", "1. One", 1],
  ["section", "2. Two", 2],
] as const;

const item = (title: string, page: number, items: OutlineItem[] = []): OutlineItem => ({
  title,
  destination: { page, x: 0, y: 0 },
  element: undefined,
  items,
});

function faults(outline: readonly OutlineItem[]): string[] {
  const entries = HEADINGS.map(
    ([kind, text]): ContentsEntry => ({ kind, id: text, number: "", html: "", lang: "" }),
  );
  const placed = HEADINGS.map(([, text, page]) => ({
    expected: block(text, { role: "heading", id: text, key: text }),
    found: found([line(text, 0, { page })]),
  }));
  const list = complaints();
  checkOutline({ placed, entries, language: "en" }, { outline } as unknown as Finished, list);
  return codesOf(list.diagnostics());
}

test("bookmarks for all chapters and sections, with others between, are right", () => {
  expect(faults([item("Title", 0), item("I. Chapter", 1, [item("1. One", 1), item("2. Two", 2)])])).toEqual(
    [],
  );
});

test("a bookmark missing, out of order, with another title or to another page", () => {
  expect(faults([item("I. Chapter", 1, [item("2. Two", 2)])])).toEqual(["bookmark-missing"]);
  expect(faults([item("I. Chapter", 1, [item("2. Two", 2), item("1. One", 1)])])).toEqual([
    "bookmark-missing",
  ]);
  expect(faults([item("I. Chapter", 1, [item("1.One", 1), item("2. Two", 2)])])).toEqual([
    "bookmark-differs",
  ]);
  expect(faults([item("I. Chapter", 1, [item("1. One", 1), item("2. Two", 1)])])).toEqual([
    "bookmark-astray",
  ]);
});
