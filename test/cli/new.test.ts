import { expect, test } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { COMMANDS } from "../../src/cli/commands.ts";

const read = (...words: string[]) => readArguments(words, COMMANDS);

test("new takes the year after its name, and the year that it follows", () => {
  expect(read("new", "2022", "--from", "2021")).toMatchObject({ command: "new", year: 2022, from: 2021 });
});

test("years are four digits, one year follows, and only new takes one", () => {
  expect(() => read("new", "next", "--from", "2021")).toThrow(
    "new: expected a year such as 2021, found “next”",
  );
  expect(() => read("new", "2022", "--from", "21")).toThrow(
    "--from: expected a year such as 2021, found “21”",
  );
  expect(() => read("new", "2022", "2023", "--from", "2021")).toThrow("“2023” was not expected after “new”");
  expect(() => read("check", "2022")).toThrow("“2022” was not expected after “check”");
  expect(() => read("build", "--from", "2021")).toThrow("“build” takes no --from");
});

test("without a year, or without the one that it follows, it says how it is used", async () => {
  await expect(COMMANDS.new?.run(read("new", "2022"))).rejects.toThrow(
    "new takes two years: new 2022 --from 2021",
  );
  await expect(COMMANDS.new?.run(read("new", "--from", "2021"))).rejects.toThrow("new takes two years");
});
