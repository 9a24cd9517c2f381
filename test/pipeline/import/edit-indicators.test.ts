import { expect, test } from "vitest";
import { editIndicators, type IndicatorEdit } from "../../../src/pipeline/import/edit-indicators.ts";

const FILE = `# Figures
indicators:
  # trademarks
  a.flow:   { value: 28.40,  unit: percent, source: s, at: "II.1" } # as printed
  a.quoted: { value: "1.50", unit: percent, source: 's' }
  a.gone: { status: missing, unit: piece, source: s }
  a.both: { value: 5, status: provisional, unit: piece, source: s }
  a.block:
    # a note
    value: 7
    unit: piece
    source: s
  a.last: { unit: piece, source: s, value: 3, status: estimated }
  a.anchor: { value: &v 9, unit: piece, source: s }
  a.alias: { value: *v, unit: piece, source: s }
`;

const apply = (edit: IndicatorEdit) => {
  const edited = editIndicators(FILE, [edit]);
  if (!("text" in edited)) return edited.unwritable;
  const [before, after] = [FILE.split("\n"), edited.text.split("\n")];
  return after.filter((line) => !before.includes(line)).map((line) => line.trim());
};

test.for<[string, IndicatorEdit, readonly string[]]>([
  [
    "a value, in its place",
    { id: "a.flow", value: "28.50" },
    ['a.flow:   { value: 28.50,  unit: percent, source: s, at: "II.1" } # as printed'],
  ],
  [
    "a value in quotation marks",
    { id: "a.quoted", value: "1.60" },
    ["a.quoted: { value: 1.60, unit: percent, source: 's' }"],
  ],
  ["a source", { id: "a.quoted", source: "t" }, ['a.quoted: { value: "1.50", unit: percent, source: t }']],
  [
    "a value for one that was missing",
    { id: "a.gone", value: "4", status: "normal" },
    ["a.gone: { value: 4, unit: piece, source: s }"],
  ],
  [
    "an estimate for one that was missing",
    { id: "a.gone", value: "4", status: "estimated" },
    ["a.gone: { value: 4, status: estimated, unit: piece, source: s }"],
  ],
  [
    "no value any more",
    { id: "a.flow", value: "", status: "missing" },
    ['a.flow:   { status: missing,  unit: percent, source: s, at: "II.1" } # as printed'],
  ],
  [
    "no value, and a status was there",
    { id: "a.both", value: "", status: "missing" },
    ["a.both: { status: missing, unit: piece, source: s }"],
  ],
  [
    "no value at the end",
    { id: "a.last", value: "", status: "missing" },
    ["a.last: { unit: piece, source: s, status: missing }"],
  ],
  [
    "another status",
    { id: "a.both", status: "normal" },
    ["a.both: { value: 5, status: normal, unit: piece, source: s }"],
  ],
  [
    "a first status",
    { id: "a.flow", status: "estimated" },
    ['a.flow:   { value: 28.40, status: estimated,  unit: percent, source: s, at: "II.1" } # as printed'],
  ],
  ["a first status below a value", { id: "a.block", status: "estimated" }, ["status: estimated"]],
  ["a value on a line of its own", { id: "a.block", value: "8" }, ["value: 8"]],
  ["an anchor is left alone", { id: "a.anchor", value: "8" }, ["a.anchor"]],
  ["an alias is left alone", { id: "a.alias", value: "8" }, ["a.alias"]],
])("%s", ([, edit, changed]) => {
  expect(apply(edit)).toEqual(changed);
});

test("several edits at once leave all else as it is", () => {
  const edited = editIndicators(FILE, [
    { id: "a.block", value: "8", status: "estimated", source: "t" },
    { id: "a.flow", value: "1" },
  ]);
  expect("text" in edited && edited.text).toBe(
    FILE.replace("28.40", "1").replace(
      "value: 7\n    unit: piece\n    source: s",
      "value: 8\n    status: estimated\n    unit: piece\n    source: t",
    ),
  );
});
