import { expect, test } from "vitest";
import { readArguments, UsageError } from "../../src/cli/arguments.ts";

const COMMANDS = {
  build: { options: ["year", "lang", "out", "draft", "json"] },
  check: { options: ["year", "json"] },
} as const;

const read = (...words: string[]) => readArguments(words, COMMANDS);
const refused = (...words: string[]) => {
  try {
    read(...words);
  } catch (cause) {
    if (cause instanceof UsageError) return cause.message;
    throw cause;
  }
  throw new Error("not refused");
};

test("a command with all its options, in any order", () => {
  expect(read("--lang", "ja,zh-CN", "build", "--year=2030", "--draft", "--out", "x")).toMatchObject({
    command: "build",
    year: 2030,
    languages: ["ja", "zh-CN"],
    out: "x",
    draft: true,
    json: false,
  });
  expect(read("--help")).toMatchObject({ help: true });
  expect(read("-h", "whatever")).toMatchObject({ help: true });
});

test.for([
  "",
  "chek",
  "constructor",
  "check build",
  "check --draft",
  "check --yaer 2030",
  "check --year",
  "check --year 30",
  "check --json=yes",
  "build --lang en,fr",
  "build --lang=",
  "build --out=",
])("“%s” is refused, with what was meant", (line) => {
  expect(refused(...line.split(" ").filter(Boolean))).toMatchSnapshot();
});

test("an option that is like none is refused, with those that there are", () => {
  expect(refused("build", "-d")).toMatch(/^there is no option -d; known: --year, .*--json/);
  expect(refused("check", "--year", "-2030")).toMatch(/^there is no option -2030; known: /);
});
