import { expect, test } from "vitest";
import { readOptions } from "./options.ts";
import { withTable } from "./readme.ts";

const MARKS = ["<!-- bench: npm run bench -- --readme -->", "<!-- /bench -->"] as const;

test("the table replaces what stood between the marks, and nothing else", () => {
  const text = `before\n${MARKS[0]}\nold\n${MARKS[1]}\nafter\n`;
  expect(withTable(text, ["| new |"])).toBe(`before\n${MARKS[0]}\n| new |\n${MARKS[1]}\nafter\n`);
  expect(() => withTable("no marks", [])).toThrow("no place for the table");
});

test("the growth curves belong to the full run, and to no shorter one", () => {
  expect(readOptions([]).growth).toBe("with");
  expect(readOptions(["--quick"]).growth).toBe("without");
  expect(readOptions(["--only", "cold"]).growth).toBe("without");
  expect(readOptions(["--growth", "--lengths", "1,2"])).toMatchObject({ growth: "only", lengths: [1, 2] });
  expect(() => readOptions(["--rounds", "none"])).toThrow("--rounds: expected a whole number above 0");
});
