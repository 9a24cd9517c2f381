import { expect, test } from "vitest";
import { elementLocator } from "../../../src/pdf/structure/locate.ts";
import { content, element } from "../tree.ts";

const at = (page: number, top: number): ReturnType<typeof content> =>
  content("x", { page, box: [0, top - 10, 50, top] });

const caption = element("Caption", [at(0, 500)]);
const table = element("Table", [caption, element("TR", [element("TD", [at(0, 480)])])]);
const heading = element("H2", [at(0, 700)]);
const later = element("P", [at(1, 800)]);
const locate = elementLocator(element("Document", [heading, element("Div", [table]), later]));

test.each([
  [{ page: 0, x: 0, y: 705 }, heading],
  [{ page: 0, x: 0, y: 510 }, table],
  [{ page: 0, x: 0, y: 498 }, table],
  [{ page: 1, x: 0, y: Number.POSITIVE_INFINITY }, later],
  [{ page: 0, x: 0, y: 100 }, undefined],
  [{ page: 7, x: 0, y: 100 }, undefined],
])("%j means the outermost element that begins there", (destination, expected) => {
  expect(locate(destination)).toBe(expected);
});

test("looks for a role if told", () => {
  expect(locate({ page: 0, x: 0, y: 705 }, "Table")).toBe(table);
});
