import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsv } from "../../../src/check/readers/csv.ts";
import type { Outlined } from "../../../src/check/readers/outline.ts";
import type { Document } from "../../../src/check/readers/parsed-file.ts";
import type { Path } from "../../../src/check/readers/path.ts";
import { outlinedYaml, outlineYaml, readYaml } from "../../../src/check/readers/yaml.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";

const CHECKOUT = join(import.meta.dirname, "../../..");

type Read = (file: { path: string; text: string }, diagnostics: Diagnostic[]) => Document | null;

/** All that a reader says of a text: its value, the places of all its parts and of some that are not there, what is wrong. */
function said(read: Read, text: string) {
  const diagnostics: Diagnostic[] = [];
  const document = read({ path: "a/file", text }, diagnostics);
  if (!document) return { diagnostics };
  const paths = [...pathsIn(document.value, []), [], ["no", "such"], [0], ["0"]];
  const places = paths.map((path) => [document.place(path), document.key(path)]);
  return { diagnostics, value: JSON.stringify(document.value), places };
}

function pathsIn(value: unknown, path: Path): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const parts: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([key, part]) => [
    [...path, key],
    [...path, key, "none"],
    ...pathsIn(part, [...path, key]),
  ]);
}

/** Files of reports as their authors write them. */
function filesOf(ending: string): string[] {
  return ["data", "locales", "test/cases"]
    .flatMap((folder) =>
      readdirSync(join(CHECKOUT, folder), { recursive: true, encoding: "utf8" }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((path) => path.endsWith(ending) && !path.includes("/bad/"))
    .map((path) => readFileSync(join(CHECKOUT, path), "utf8"));
}

/** A text with pieces of it taken out, repeated, or replaced by signs that mean something. */
function spoilt(texts: readonly string[], signs: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat(12),
    put: fc.constantFrom("", ...signs),
    again: fc.boolean(),
  });
  const piece = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 12 }))
    .map(([text, from, count]) => {
      const lines = text.split("\n");
      const start = from % lines.length;
      return lines.slice(start, start + count).join("\n");
    });
  const base = fc.oneof(piece, fc.constantFrom(...texts.filter((text) => text.length < 2_000)));
  return fc.tuple(base, fc.array(edit, { maxLength: 3 })).map(([text, edits]) =>
    edits.reduce((now, { at, length, put, again }) => {
      const start = at % (now.length + 1);
      return (
        now.slice(0, start) +
        put +
        (again ? now.slice(start, start + length) : "") +
        now.slice(start + (again ? 0 : length))
      );
    }, text),
  );
}

const YAML_SIGNS = [
  "\n",
  " ",
  "  ",
  ":",
  ": ",
  " #",
  "#",
  "-",
  "- ",
  "\n- ",
  "{",
  "}",
  "[",
  "]",
  ",",
  ", ",
  "'",
  '"',
  "|",
  ">",
  "&a",
  "*a",
  "!",
  "%",
  "@",
  "`",
  "?",
  "? ",
  "null",
  "true",
  "~",
  "---",
  "...",
  "\r\n",
  "\t",
  "<<",
  "\\",
  "\u00e9",
  "\u3000",
  "\u00a0",
  "\ufeff",
  "=",
  "__proto__",
  "\n\n",
  "\n  a: b",
  "\n    - c: d",
];
const RUNS = 1_500;
const words = (signs: readonly string[]) =>
  fc
    .array(fc.constantFrom(...signs, "a", "b", "key: ", "\n"), { maxLength: 14 })
    .map((list) => list.join(""));

/** Reads a file as it is read when it was read before: what was remembered of it went through JSON. */
const readRemembered: Read = (file, diagnostics) => {
  const outlined = outlineYaml(file);
  return outlined
    ? outlinedYaml(file, JSON.parse(JSON.stringify(outlined)) as Outlined)
    : readYaml(file, diagnostics);
};

test("every file of a report can be remembered, and says the same", () => {
  for (const text of filesOf(".yaml")) {
    expect(outlineYaml({ path: "a/file", text })).not.toBeNull();
    expect(said(readRemembered, text)).toEqual(said(readYaml, text));
  }
});

test("whatever stands in a YAML file, it says the same when it is remembered", () => {
  const text = fc.oneof(spoilt(filesOf(".yaml"), YAML_SIGNS), words(YAML_SIGNS));
  let remembered = 0;
  fc.assert(
    fc.property(
      text.filter((some) => some.trim() !== ""),
      (some) => {
        if (outlineYaml({ path: "a/file", text: some })) remembered++;
        expect(said(readRemembered, some)).toEqual(said(readYaml, some));
      },
    ),
    { numRuns: RUNS, seed: 2021 },
  );
  expect(remembered).toBeGreaterThan(RUNS / 10);
});

test("a table without quotation marks is read as one with", () => {
  const cell = fc.constantFrom("a", "12", "", " ", "é", " b ");
  const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(","));
  const end = fc.constantFrom("\n", "\r\n", "\n\n", "\r", "\n \n", "\n,,\n");
  const table = fc.array(fc.tuple(line, end), { minLength: 1, maxLength: 6 });
  const directive = fc.constantFrom("", "sep=,\n");
  fc.assert(
    fc.property(directive, table, (first, lines) => {
      const text = `${first}h${lines.map(([cells, ending]) => cells + ending).join("")}`;
      const plain = cellsOf(text);
      // Quotation marks around a name change nothing but the way it is read.
      const quoted = cellsOf(text.replace(/^(sep=,\n)?h([^,\n\r]*)/, '$1"h$2"'));
      expect(plain).toEqual(quoted);
    }),
    { numRuns: 500, seed: 2021 },
  );
});

function cellsOf(text: string) {
  const diagnostics: Diagnostic[] = [];
  const csv = readCsv({ path: "a.csv", text }, diagnostics);
  const told = diagnostics.map(({ code, line }) => [code, line]);
  const rows = csv && [csv.header, ...csv.rows];
  return {
    told,
    rows: rows?.map((cells, row) =>
      cells.map(({ text: cell, place }) => [cell, place.line, row === 0 ? 0 : place.column]),
    ),
  };
}
