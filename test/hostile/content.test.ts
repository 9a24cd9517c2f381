import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Changes, LIBRARIES, problems } from "../support/report.ts";

const PREFACE = "locales/en/2030/preface.json";
const REPORT = "data/2030/report.yaml";
const INDICATORS = "data/2030/indicators.yaml";
const LOANS = "data/2030/tables/loans.csv";
const CHAPTER = "templates/chapters/preface.hbs";

const original = (path: string): string => readFileSync(join(LIBRARIES, path), "utf8");

/** The preface with another title. */
const text = (title: string): Changes => ({
  [PREFACE]: JSON.stringify({ ...JSON.parse(original(PREFACE)), title }),
});
const append = (path: string, more: string | Uint8Array): Changes => ({
  [path]: Buffer.concat([Buffer.from(original(path)), Buffer.from(more as string)]),
});
const replaced = (path: string, from: string | RegExp, to: string): Changes => ({
  [path]: original(path).replace(from, () => to),
});

const MEGABYTES = 1024 * 1024;
const LONG = "a".repeat(10 * MEGABYTES);
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"]
  .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(",")}]`)
  .join("\n")}\n`;

/** What is put in, and the code of the error that must be told of the file that it is in. */
const ATTACKS: Readonly<Record<string, readonly [Changes, string]>> = {
  "a text with HTML": [text("<b>x</b>"), "wrong-markup"],
  "a text with a script": [text("<script>alert(1)</script>"), "wrong-markup"],
  "a text with an SVG that acts": [text("<svg onload=alert(1)>"), "wrong-markup"],
  "a text with a tag of ours that acts": [text('<em onclick="x">a</em>'), "wrong-markup"],
  "a text with a comment": [text("<!-- x -->"), "wrong-markup"],
  "a text with CDATA": [text("<![CDATA[x]]>"), "wrong-markup"],
  "a text with a reference that breaks out": [text('<see table="><script>/>'), "wrong-markup"],
  "a text that asks i18next for another": [text("$t(preface.p1)"), "broken-placeholder"],
  "a text with a placeholder in a placeholder": [
    text("{{ {{report.year, yearNumber}} }}"),
    "broken-placeholder",
  ],
  "a placeholder of the prototype": [text("{{constructor.prototype, count}}"), "unknown-figure"],
  "a placeholder with a format of the prototype": [text("{{report.year, constructor}}"), "unknown-format"],
  "a text with our own marks of figures": [text("a\u00010\u0002"), "forbidden-character"],
  "a text with NUL": [text("a\u0000b"), "forbidden-character"],
  "a text with an escape to the terminal": [text("a\u001b[2Jb"), "forbidden-character"],
  "a text turned around": [text("a\u202eb"), "forbidden-character"],
  "a text with an isolate": [text("a\u2066b"), "forbidden-character"],
  "a text with an Arabic letter mark": [text("a\u061cb"), "forbidden-character"],
  "a text with a zero-width space": [text("a\u200bb"), "forbidden-character"],
  "a text with a joiner": [text("a\u034fb"), "forbidden-character"],
  "a text with a Hangul filler": [text("a\u3164b"), "forbidden-character"],
  "a text with a blank of Braille": [text("a\u2800b"), "forbidden-character"],
  "a text with hidden tags": [text("a\u{e0041}b"), "forbidden-character"],
  "a text with a selector of forms": [text("a\ufe0fb"), "forbidden-character"],
  "a text with a private character": [text("a\ue000b"), "forbidden-character"],
  "a text with a private character far out": [text("a\u{10fffd}b"), "forbidden-character"],
  "a text with half a character": [replaced(PREFACE, ': "', ': "\\ud800 '), "forbidden-character"],
  "a text of 10 MB": [text(LONG), "text-too-long"],
  "a text of a million spaces": [text(`a${" ".repeat(MEGABYTES)}b`), "text-too-long"],
  "a text of a million digits": [text("1".repeat(MEGABYTES)), "text-too-long"],
  "a text of a million opening marks": [text("“".repeat(MEGABYTES)), "text-too-long"],
  "JSON with __proto__": [replaced(PREFACE, "{", '{"__proto__": {"x": "y"},'), "forbidden-key"],
  "JSON of 1,000 levels": [{ [PREFACE]: `${'{"a":'.repeat(1000)}"x"${"}".repeat(1000)}` }, "broken-json"],
  "JSON of a million brackets": [{ [PREFACE]: "[".repeat(MEGABYTES) }, "broken-json"],
  "JSON with a string that never ends": [{ [PREFACE]: `"${LONG}` }, "broken-json"],
  "bytes that are no UTF-8": [{ [PREFACE]: Uint8Array.of(0x22, 0xc0, 0xaf) }, "not-utf-8"],
  "half a character as bytes": [{ [PREFACE]: Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22) }, "not-utf-8"],
  "UTF-16": [{ [PREFACE]: Uint8Array.of(0xff, 0xfe, 0x61, 0) }, "not-utf-8"],
  "a file of 40 MB": [{ [PREFACE]: new Uint8Array(40 * MEGABYTES).fill(0x20) }, "file-too-large"],
  "names that make a program of a pattern": [
    { "locales/en/names.json": JSON.stringify({ names: ["(a+)+$", LONG] }) },
    "wrong-value",
  ],
  "a cell with HTML as a row": [replaced(LOANS, "Harbour", "<script>alert(1)</script>"), "unknown-branch"],
  "a cell with a formula as a row": [replaced(LOANS, "Harbour", "=cmd|' /C calc'!A0"), "unknown-branch"],
  "a cell with a formula as a value": [replaced(LOANS, "120400", "=1+1"), "not-a-number"],
  "a cell turned around": [replaced(LOANS, "Harbour", "\u202eHarbour"), "forbidden-character"],
  "a cell with a zero-width space": [replaced(LOANS, "Harbour", "Har\u200bbour"), "forbidden-character"],
  "a cell with NUL": [append(LOANS, "\0"), "not-utf-8"],
  "a cell of 10 MB": [append(LOANS, `${LONG},1,2\n`), "unknown-branch"],
  "a cell of 10 MB with a quotation mark that never closes": [append(LOANS, `a"b,"${LONG}`), "broken-csv"],
  "20,000 columns": [
    { [LOANS]: `${Array.from({ length: 20_000 }, (_, n) => `c${n}`).join(",")}\n` },
    "unknown-column",
  ],
  "five million empty cells": [{ [LOANS]: ",".repeat(5_000_000) }, "missing-column"],
  "a table in another folder": [
    replaced(REPORT, "  loans:\n", "  loans:\n    file: ../../../../etc/passwd\n"),
    "no-table-file",
  ],
  "a table by its full path": [
    replaced(REPORT, "  loans:\n", "  loans:\n    file: /etc/passwd\n"),
    "no-table-file",
  ],
  "a table that is a file:// address": [
    replaced(REPORT, "  loans:\n", "  loans:\n    file: file:///etc/passwd\n"),
    "no-table-file",
  ],
  "a table called __proto__": [
    replaced(REPORT, "tables:\n", "tables:\n  __proto__: { file: x }\n"),
    "forbidden-key",
  ],
  "YAML of aliases that multiply": [{ [INDICATORS]: bomb }, "broken-yaml"],
  "YAML with an alias of what it is in": [{ [INDICATORS]: "indicators: &a\n  a.b: *a\n" }, "missing-field"],
  "YAML of 100,000 brackets": [{ [INDICATORS]: "[".repeat(100_000) }, "broken-yaml"],
  "YAML of 1,000 levels": [
    { [INDICATORS]: Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n") },
    "broken-yaml",
  ],
  "YAML of 10 MB in a line": [{ [INDICATORS]: LONG }, "wrong-value"],
  "YAML with __proto__": [append(INDICATORS, "  __proto__: { value: 1 }\n"), "forbidden-key"],
  "YAML with a tag of a program": [append(INDICATORS, "  a.b: !!js/function 'x'\n"), "wrong-value"],
  "YAML with bytes": [append(INDICATORS, "  a.b: !!binary aGVsbG8=\n"), "wrong-value"],
  "YAML with a second document": [append(INDICATORS, "---\nindicators: {}\n"), "broken-yaml"],
  "YAML with a text turned around": [append(INDICATORS, '  a.b: { at: "\\u202e" }\n'), "forbidden-character"],
  "a check of a kind of the prototype": [
    { "data/2030/checks.yaml": "checks:\n  constructor: { kind: constructor }\n" },
    "wrong-value",
  ],
  "a check that repeats itself two thousand million times": [
    {
      "data/2030/checks.yaml": `checks:\n  it: { kind: equality, each: { ${[..."abcdefghijkl"]
        .map((name) => `${name}: ["1", "2", "3", "4", "5", "6"]`)
        .join(", ")} }, figure: "{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}", equals: "1" }\n`,
    },
    "too-many-checks",
  ],
  "a check that divides by a step of zero": [
    {
      "data/2030/checks.yaml": "checks:\n  it: { kind: ratio-possible, ratio: '1.5', of: '3', step: 0 }\n",
    },
    "wrong-value",
  ],
  "a derived figure of two million places": [
    {
      "data/2030/checks.yaml":
        "derived:\n  it: { formula: ratio, of: '1', to: '3', unit: year, places: 2000000 }\n",
    },
    "wrong-value",
  ],
  "a number without an end": [
    append(INDICATORS, `  a.b: { value: ${"9".repeat(10_000)}, unit: year, source: survey }\n`),
    "not-a-number",
  ],
  "a template that asks for the prototype": [{ [CHAPTER]: "{{constructor}}" }, "failed-template"],
  "a template that asks for the prototype of a value": [
    { [CHAPTER]: "{{#with this as |x|}}{{x.constructor.name}}{{/with}}" },
    "failed-template",
  ],
  "a template that looks the prototype up": [
    { [CHAPTER]: '{{#if (lookup this "__proto__")}}{{/if}}' },
    "failed-template",
  ],
  "a template that writes a log": [{ [CHAPTER]: '{{log "x"}}' }, "unknown-helper"],
  "a template that names a text of the prototype": [{ [CHAPTER]: '{{p "__proto__"}}' }, "unknown-text"],
  "a template that names a table of the prototype": [
    { [CHAPTER]: '{{table "constructor"}}' },
    "unknown-table",
  ],
  "a template that calls itself": [
    { [CHAPTER]: "{{> loop}}", "templates/partials/loop.hbs": "{{> loop}}" },
    "failed-template",
  ],
  "a style that reads a file": [
    { "templates/styles/z.css": "p{background:url(file:///etc/passwd)}" },
    "external-reference",
  ],
  "a style that ends itself": [{ "templates/styles/z.css": "</style><script>x</script>" }, "broken-html"],
  "a file with a tag in its name": [{ 'locales/en/2030/"><script>.json': '{"x":"y"}' }, "unsafe-file-name"],
  "a file with a line break in its name": [{ "locales/en/2030/a\nb.json": '{"x":"y"}' }, "unsafe-file-name"],
  "a file whose name is turned around": [
    { "locales/en/2030/a\u202eb.json": '{"x":"y"}' },
    "unsafe-file-name",
  ],
  "a file whose name is the prototype": [
    { "locales/en/2030/__proto__.json": '{"x":"y"}' },
    "unsafe-file-name",
  ],
};

/** Seconds that any file may take to be judged, on a busy machine, too. */
const PATIENCE = 20_000;

test.each(Object.entries(ATTACKS))("%s is refused", { timeout: PATIENCE }, async (_, [changes, code]) => {
  expect((await problems(changes)).map((problem) => problem.code)).toContain(code);
});

test("nothing of an attack stays in the prototype of all objects", () => {
  expect(Object.keys(Object.getPrototypeOf({}))).toEqual([]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test("what says sep= to a spreadsheet says nothing to us", async () => {
  expect(await problems({ [LOANS]: `sep=,\r\n${original(LOANS)}` })).toEqual([]);
  const [other] = await problems({ [LOANS]: `sep=;\n${original(LOANS).replaceAll(",", ";")}` });
  expect(other?.code).toBe("wrong-separator");
  const [shifted] = await problems({ [LOANS]: `sep=,\n${original(LOANS).replace("120400", "12x0400")}` });
  expect([shifted?.code, shifted?.line, shifted?.column]).toEqual(["not-a-number", 3, 9]);
});

test("characters that a report needs are not refused", async () => {
  // 葛 in the form that an ideographic variation sequence chooses, as in the names of people and places.
  const found = await problems(text("a\u0301 葛\u{e0100} \u00a0 … — ℃ № ①"));
  expect(found.map(({ code }) => code)).not.toContain("forbidden-character");
});

test("a flood of problems is told in part", async () => {
  const found = await problems({ [LOANS]: `${original(LOANS)}${"Nowhere,1,2\n".repeat(5000)}` }, true);
  const rows = found.filter(({ code }) => code === "unknown-branch");
  expect(rows).toHaveLength(200);
  expect(found.find(({ code }) => code === "more-of-the-same")?.message).toContain("4800 more errors");
});

test("a placeholder that nothing closes, with 9,000 spaces in it, keeps nobody waiting", {
  timeout: PATIENCE,
}, async () => {
  // Found by fuzzing: three thousand spaces took 44 seconds.
  const found = await problems(text(`{{report.year,${" ".repeat(9000)}`));
  expect(found.map(({ code }) => code)).toContain("broken-placeholder");
});
