import { expect, test } from "vitest";
import { propertiesOperand } from "../../../src/pdf/content/operands.ts";
import { operatorCode, scanContent } from "../../../src/pdf/content/tokens.ts";
import { dict } from "../../../src/pdf/objects/values.ts";

function operators(source: string): [string, number[], string][] {
  const found: [string, number[], string][] = [];
  scanContent(source, ({ text, start, at, end, numbers, count }) => {
    found.push([text.slice(at, end), [...numbers.subarray(0, count)], text.slice(start, end)]);
  });
  return found;
}

test("finds operators, their numbers and their extent", () => {
  expect(operators(" 1 -.5 m\n+2.25 3 l f* % note\nQ")).toEqual([
    ["m", [1, -0.5], "1 -.5 m"],
    ["l", [2.25, 3], "+2.25 3 l"],
    ["f*", [], "f*"],
    ["Q", [], "% note\nQ"],
  ]);
});

test("is not misled by strings, names, dictionaries and words", () => {
  const source = "(a (Q) b\\) Q) Tj <0 1>Tj /P1 gs /Span<</X true/ActualText (f Q) >>BDC [(a)-2(b)]TJ";
  expect(operators(source).map(([operator]) => operator)).toEqual(["Tj", "Tj", "gs", "BDC", "TJ"]);
});

test("steps over inline images", () => {
  expect(operators("BI /W 1 ID \x00 Q EIQ EI Q").map(([operator]) => operator.slice(0, 2))).toEqual([
    "BI",
    "Q",
  ]);
});

test("gives the properties of marked content", () => {
  let properties: unknown;
  scanContent("/P <</MCID 7 >>BDC", (operation) => {
    if (operation.code === operatorCode("BDC")) properties = propertiesOperand(operation);
  });
  expect(properties).toEqual(dict({ MCID: 7 }));
});
