import { expect, test } from "vitest";
import { languageWordsSchema } from "../../src/model/words.ts";
import { WORDS } from "../language/sample.ts";

function complaints(change: object): string[] {
  const result = languageWordsSchema.safeParse({ ...WORDS.ko, ...change });
  return result.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
}

test("a pattern without the place of its number is refused", () => {
  expect(complaints({ year: "년" })).toEqual(["year: needs {{n}}, the place of the number"]);
  expect(complaints({ date: "{{year}}년" })).toEqual(["date: needs each of {{year}}, {{month}}, {{day}}"]);
});

test("lists of number words hold twelve, and unknown keys are refused", () => {
  expect(complaints({ smallNumbers: ["한", "두"] })).toHaveLength(1);
  expect(complaints({ unknown: "x" })).toHaveLength(1);
});
