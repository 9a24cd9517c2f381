import { expect, test } from "vitest";
import { encodeString, textOf, textString } from "../../../src/pdf/objects/strings.ts";
import { nameFrom, nameText } from "../../../src/pdf/objects/values.ts";

test.each(["Plain (ASCII) \\ text", "知识产权 😀", "Déjà vu", "two\nlines", ""])(
  "keeps the text %j",
  (text) => {
    expect(textOf(textString(text))).toBe(text);
  },
);

test("writes plain text literally and other bytes as hexadecimal digits", () => {
  expect(encodeString(textString("a(b)"))).toBe("(a\\(b\\))");
  expect(encodeString(textString("é"))).toBe("<FEFF00E9>");
});

test("reads UTF-8 text strings", () => {
  expect(textOf({ kind: "string", bytes: "\xef\xbb\xbf\xc3\xa9" })).toBe("é");
});

test.each(["heading-1", "表 1", "a/b#c", "text/csv"])("keeps the name %j", (text) => {
  expect(nameText(nameFrom(text))).toBe(text);
});

test("escapes what a name may not hold", () => {
  expect(nameFrom("text/csv")).toBe("/text#2Fcsv");
});
