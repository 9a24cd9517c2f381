import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { STAGES } from "../../src/pipeline/stages.ts";
import { consoleProgress, diagnosticText } from "../../src/world/terminal.ts";

const diagnostic: Diagnostic = {
  severity: "error",
  code: "not-a-number",
  message: "expected a number, found “x”",
  file: "data/2030/tables/loans.csv",
  line: 2,
  column: 9,
  path: "loans.harbour.books",
  hints: ["first", "second"],
};

test("a diagnostic reads: what, where, what to do", () => {
  expect(diagnosticText(diagnostic, false)).toMatchInlineSnapshot(`
    "error: expected a number, found “x” [not-a-number]
      at data/2030/tables/loans.csv:2:9 (loans.harbour.books)
      hint: first
      hint: second"
  `);
  expect(diagnosticText({ severity: "note", code: "x", message: "y", hints: [] }, false)).toBe("note: y [x]");
});

test("a hint of several lines, such as an entry to paste, keeps them", () => {
  const text = diagnosticText({ ...diagnostic, hints: ["add this:\n    - figure: x\n      was: 1"] }, false);
  expect(text.split("\n").slice(-3)).toEqual(["  hint: add this:", "      - figure: x", "        was: 1"]);
});

test("what a message quotes cannot command the terminal or turn its text around", () => {
  const text = diagnosticText({ ...diagnostic, message: "found “\u001b[2J\u0007\u202e\n”" }, false);
  expect(text).toContain("found “U+001B[2JU+0007U+202EU+000A”");
});

test("progress in plain lines: number and name of every stage, its edition and its time", () => {
  const lines: string[] = [];
  const progress = consoleProgress({
    out: () => undefined,
    talk: (line) => lines.push(line),
    interactive: false,
    colour: false,
  });
  for (const stage of STAGES) {
    progress.begin(stage, "zh-CN");
    progress.end(stage, 12.4, "zh-CN");
  }
  progress.report([diagnostic]);
  expect(lines.slice(0, 2)).toEqual([
    "[1/9] gather zh-CN          12 ms",
    "[2/9] check zh-CN           12 ms",
  ]);
  expect(lines.slice(0, 9).map((line) => line.split(" ")[1])).toEqual([...STAGES]);
  expect(lines.at(-1)).toContain("error: expected a number");
});
