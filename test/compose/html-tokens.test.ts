import { expect, test } from "vitest";
import { attribute } from "../../src/compose/html-tokens.ts";

test("an attribute is told from those whose names end like its own", () => {
  const tag = '<td data-id="a" aria-lang="b"\n\tid="c" lang="" title="no id=">';
  expect([attribute(tag, "id"), attribute(tag, "lang"), attribute(tag, "title")]).toEqual([
    "c",
    "",
    "no id=",
  ]);
  expect(attribute('<td data-id="a">', "id")).toBeUndefined();
  expect(attribute('<td id="a', "id")).toBeUndefined();
});
