import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../../../src/check/readers/parsed-file.ts";
import type { Path } from "../../../src/check/readers/path.ts";
import { readYaml } from "../../../src/check/readers/yaml.ts";
import { readNodes } from "../../../src/check/readers/yaml-nodes.ts";
import { outlineYaml } from "../../../src/check/readers/yaml-outline.ts";
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
const SEED = 2021;
const words = (signs: readonly string[]) =>
  fc
    .array(fc.constantFrom(...signs, "a", "b", "key: ", "\n"), { maxLength: 14 })
    .map((list) => list.join(""));

const readCarefully: Read = (file, diagnostics) => readNodes(file, diagnostics);

test("the quick parser takes every file of a report, and says what the careful one says", () => {
  for (const text of filesOf(".yaml")) {
    expect(outlineYaml(text)).not.toBeNull();
    expect(said(readYaml, text)).toEqual(said(readCarefully, text));
  }
});

test("whatever stands in a YAML file, the quick parser says the same or leaves it", () => {
  const text = fc.oneof(spoilt(filesOf(".yaml"), YAML_SIGNS), words(YAML_SIGNS));
  let taken = 0;
  fc.assert(
    fc.property(
      text.filter((some) => some.trim() !== ""),
      (some) => {
        if (outlineYaml(some)) taken++;
        expect(said(readYaml, some)).toEqual(said(readCarefully, some));
      },
    ),
    { numRuns: RUNS, seed: SEED },
  );
  expect(taken).toBeGreaterThan(RUNS / 10);
});

test.each(["? [a, b]\n: c\n", "? {a: b}\n: c\n", "&k a: b\n? *k\n: c\n", "? - &a\u3000"])(
  "a key that is no name is told of: %j",
  (text) => {
    const diagnostics: Diagnostic[] = [];
    expect(readYaml({ path: "a/file", text }, diagnostics)).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: "broken-yaml", message: "a key is a list, a mapping or an alias" },
    ]);
  },
);

test.each([
  " ---\n<<",
  "  ---\n  a: b",
  "...\nb",
  "%YAML 1.2\na: b",
  "\ta: b",
  "a: b\n---\nc: d",
  "a:\nb: c",
  "a: |\n  b",
  "a: &x b\nc: *x",
  "a: !!str 1",
  "true: b",
  "__proto__: b",
  "a: b\na: c",
  'a: "\\0"',
  "a: \u202eb",
])("the quick parser leaves what is unusual to the careful one: %j", (text) => {
  expect(outlineYaml(text)).toBeNull();
  expect(said(readYaml, text)).toEqual(said(readCarefully, text));
});
