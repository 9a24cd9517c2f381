import { expect, test } from "vitest";
import { PdfFormatError } from "../../../src/pdf/objects/error.ts";
import { parseValue } from "../../../src/pdf/objects/parse.ts";
import { dict, ref, type Value } from "../../../src/pdf/objects/values.ts";

const parse = (text: string): Value => parseValue({ text, at: 0 });

test.each<[string, Value]>([
  ["-.5", -0.5],
  ["694.91998", 694.91998],
  ["+3", 3],
  ["12 0 R", ref(12)],
  ["/Name#20x", "/Name#20x"],
  ["true", true],
  ["null", null],
  ["(a\\(b\\)\\051\\n)", { kind: "string", bytes: "a(b))\n" }],
  ["(a(b)c)", { kind: "string", bytes: "a(b)c" }],
  ["<FE F>", { kind: "string", bytes: "\xfe\xf0" }],
])("reads %s", (text, value) => {
  expect(parse(text)).toEqual(value);
});

test("tells numbers from references in arrays", () => {
  expect(parse("[1 0 R 2 3 0 4]")).toEqual([ref(1), 2, 3, 0, 4]);
});

test("reads nested dictionaries over comments and without spaces", () => {
  const text = "<</A<</B[/C(d)]>>% comment\n/E 5>>";
  expect(parse(text)).toEqual(dict({ A: dict({ B: ["/C", { kind: "string", bytes: "d" }] }), E: 5 }));
});

test("says where the syntax breaks", () => {
  expect(() => parse("<</A 1 2>>")).toThrow(
    new PdfFormatError("a dictionary's key does not begin with a slash at 7"),
  );
  expect(() => parse("[1 foo]")).toThrow(new PdfFormatError("no PDF object begins at 3"));
});
