import { expect, test } from "vitest";
import { informationDict, pdfDate } from "../../src/finish/information.ts";
import { textString } from "../../src/pdf/objects/strings.ts";
import { request } from "./request.ts";

test.each([
  ["2022-04-26", "D:20220426000000Z"],
  ["2022-04-26T12:30:05Z", "D:20220426123005Z"],
  ["2022-04-26T12:30:05.123Z", "D:20220426123005Z"],
])("writes the date %s as PDF does", (date, expected) => {
  expect(pdfDate(date)).toBe(expected);
});

test("the information dictionary agrees with the packet", () => {
  const info = informationDict(request().metadata);
  expect(info.get("Title")).toEqual(textString("Sample <White Paper> & Annual Report"));
  expect(info.get("Keywords")).toEqual(textString("patents; 商标"));
  expect(info.get("ModDate")).toEqual(textString("D:20220426000000Z"));
});
