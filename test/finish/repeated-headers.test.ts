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
