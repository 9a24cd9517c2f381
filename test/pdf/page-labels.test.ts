import { expect, test } from "vitest";
import type { PdfFile } from "../../src/pdf/objects/file.ts";
import { dict, ref, type Value } from "../../src/pdf/objects/values.ts";
import { readPageLabels } from "../../src/pdf/page-labels.ts";

/** A file whose catalog has these page labels. */
function fileWith(numbers: Value[] | null): PdfFile {
  const catalog = dict(numbers === null ? {} : { PageLabels: dict({ Nums: numbers }) });
  return {
    trailer: dict({ Root: ref(1) }),
    get: (id) => (id === 1 ? catalog : null),
    set: () => undefined,
    add: () => ref(2),
  };
}

test("pages are called as the document says", () => {
  const numbers: Value[] = [0, dict({ S: "/r" }), 4, dict({ S: "/D" }), 6, dict({ S: "/R", St: 9 })];
  expect(readPageLabels(fileWith(numbers), 8)).toEqual(["i", "ii", "iii", "iv", "1", "2", "IX", "X"]);
});

test("without labels pages have no names, nor has one without a style", () => {
  expect(readPageLabels(fileWith(null), 2)).toEqual(["", ""]);
  expect(readPageLabels(fileWith([1, dict({})]), 2)).toEqual(["", ""]);
});
