import { expect, test } from "vitest";
import { releaseRepeatedHeaders } from "../../src/finish/repeated-headers.ts";
import { content, element, outlineOf } from "../pdf/tree.ts";

const box = (...kids: Parameters<typeof element>[1] & object): ReturnType<typeof element> =>
  element("NonStruct", kids);

test("a table's head is heard once, a cell that runs over to the next page whole", () => {
  const head = element("TH", [
    box(content("Region"), content("Region", { page: 1 }), content("Region", { page: 2 })),
  ]);
  const long = element("TH", [content("A long"), content("name", { page: 1 })]);
  expect(releaseRepeatedHeaders(element("Table", [element("TR", [head]), element("TR", [long])]))).toBe(2);
  expect(outlineOf(head)).toBe("TH[NonStruct[Region]]");
  expect(outlineOf(long)).toBe("TH[A long name]");
});

test("repetitions are taken away in whatever order the pages come, and only from head cells", () => {
  const head = element("TH", [
    box(content("Region", { page: 2 }), content("Region", { page: 0 }), content("Region", { page: 1 })),
  ]);
  const cell = element("TD", [content("Region"), content("Region", { page: 1 })]);
  expect(releaseRepeatedHeaders(element("Table", [element("TR", [head]), element("TR", [cell])]))).toBe(2);
  const [inner] = head.kids;
  const left = inner?.kind === "element" ? inner.kids : [];
  expect(left.map((kid) => kind(kid))).toEqual(["content on 0"]);
  expect(outlineOf(cell)).toBe("TD[Region Region]");
});

const kind = (kid: ReturnType<typeof element>["kids"][number]): string =>
  kid.kind === "content" ? `content on ${kid.mark.page}` : kid.kind;

test("the space that led to a repetition goes with it; that of a cell without one stays", () => {
  const spaced = (page: number) => {
    const kid = content("Region ", { page });
    for (const line of kid.mark.lines) line.needsSpace = true;
    return kid;
  };
  const repeated = element("TH", [spaced(0), spaced(1)]);
  const alone = element("TH", [spaced(0)]);
  releaseRepeatedHeaders(element("Table", [repeated, alone]));
  const lines = (cell: ReturnType<typeof element>) =>
    cell.kids
      .flatMap((kid) => (kid.kind === "content" ? kid.mark.lines : []))
      .map(({ text, needsSpace }) => [text, needsSpace]);
  expect(lines(repeated)).toEqual([["Region", false]]);
  expect(lines(alone)).toEqual([["Region ", true]]);
});
