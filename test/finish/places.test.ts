import { expect, test } from "vitest";
import { mendDestinations } from "../../src/finish/destinations.ts";
import { destinationArray, destinationDict, goTo, meantElements } from "../../src/finish/places.ts";
import type { Box } from "../../src/pdf/content/box.ts";
import type { Destination } from "../../src/pdf/destinations.ts";
import { ref } from "../../src/pdf/objects/values.ts";
import type { PdfReading } from "../../src/pdf/read.ts";
import type { Element } from "../../src/pdf/structure/element.ts";
import { content, element } from "../pdf/tree.ts";

const places = { file: { get: () => null } as never, pages: [{ id: 11 }, { id: 12 }] };
const at = (page: number, y: number): Destination => ({ page, x: 0, y });

test("a place is on its page, or at its structure element; its height may be open", () => {
  expect(destinationArray(places, { page: 1, x: 5, y: 700 })).toEqual([ref(12), "/XYZ", 5, 700, 0]);
  expect(destinationArray(places, { page: 1, x: 5, y: 700 }, 99)).toEqual([ref(99), "/XYZ", 5, 700, 0]);
  expect(destinationArray(places, { page: 0, x: 0, y: Number.POSITIVE_INFINITY })).toEqual([
    ref(11),
    "/XYZ",
    0,
    null,
    0,
  ]);
});

test("an action goes to the page and to the structure", () => {
  expect([...goTo(places, at(0, 10), 99)]).toEqual([
    ["Type", "/Action"],
    ["S", "/GoTo"],
    ["D", [ref(11), "/XYZ", 0, 10, 0]],
    ["SD", [ref(99), "/XYZ", 0, 10, 0]],
  ]);
});

test("names stand in the order of their characters, whatever order they come in", () => {
  const names = ["m", "z", "a", "é", "B", "m2"];
  const named = new Map(names.map((name, y) => [name, at(0, y)]));
  const sorted = ["B", "a", "m", "m2", "z", "#C3#A9"];
  expect([...destinationDict(places, named).keys()]).toEqual(sorted);
  const keys = [...meantElements(element("Document", []), named).keys()];
  expect(keys).toEqual([...sorted].sort());
  expect(keys).toHaveLength(6);
});

/** An element with one piece of content that begins at a height of a page. */
function piece(role: string, top: number, page = 0): Element {
  const kid = content("x", { page });
  const box: Box = [0, top - 10, 100, top];
  return element(role, [{ ...kid, mark: { ...kid.mark, box } }]);
}

test("a place means what begins there, and the table or figure there or next below", () => {
  const heading = piece("H2", 800);
  const table = piece("Table", 600);
  const figure = piece("Figure", 400);
  const onNext = piece("Figure", 700, 1);
  const structure = element("Document", [heading, table, figure, onNext]);
  const meant = meantElements(
    structure,
    new Map([
      ["a.heading", at(0, 800)],
      ["b.table", at(0, 600)],
      ["c.figure", at(0, 400)],
      ["d.next", at(1, 750)],
      ["e.below", at(0, 100)],
      ["f.nowhere", at(5, 100)],
    ]),
  );
  const of = (found: Element | null) => (found === null ? null : ref(found.id));
  expect([...meant]).toEqual([
    ["a.heading", [of(heading), of(table)]],
    ["b.table", [of(table), of(table)]],
    ["c.figure", [of(figure), of(figure)]],
    ["d.next", [of(onNext), of(onNext)]],
    ["e.below", [null, null]],
    ["f.nowhere", [null, null]],
  ]);
});

test("a figure where the place is comes before a table that is below", () => {
  const figure = piece("Figure", 800);
  const structure = element("Document", [figure, piece("Table", 600)]);
  const meant = meantElements(structure, new Map([["a", at(0, 800)]]));
  expect(meant.get("a")).toEqual([ref(figure.id), ref(figure.id)]);
});

/** Destinations of a document of one page of 842 points whose page area is told, or not. */
function mended(pageArea: Box | undefined, destination: Destination): Destination | undefined {
  const reading = {
    destinations: new Map([["a", destination]]),
    pages: [{ id: 1, height: 842, contents: 5, dict: new Map([["Contents", ref(5)]]) }],
    streams: new Map(pageArea === undefined ? [] : [[5, { pageArea }]]),
  };
  return mendDestinations(reading as unknown as PdfReading).get("a");
}

test("a place is moved by the margins of its page, where they are known", () => {
  expect(mended([50, 60, 500, 782], { page: 0, x: 1.00049, y: 700 })).toEqual({ page: 0, x: 51, y: 640 });
  expect(mended(undefined, { page: 0, x: 1, y: 700 })).toEqual({ page: 0, x: 1, y: 700 });
  expect(mended([50, 60, 500, 782], { page: 3, x: 1, y: 700 })).toEqual({ page: 3, x: 1, y: 700 });
});
