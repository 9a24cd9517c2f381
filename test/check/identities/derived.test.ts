import { expect, test } from "vitest";
import { ferries, messages } from "./ferries.ts";

const derivedOf = (lines: readonly string[]) => `derived:\n${lines.map((line) => `  ${line}\n`).join("")}`;
const trips = (id: string, value: string, rest = "") =>
  `${id}: { value: ${value}, unit: trip, source: survey${rest} }`;

/** A derived figure: value, places, status, source and where it stands. */
function figure(ref: string, said: ReturnType<typeof ferries>) {
  const found = said.report?.figures.get(ref);
  return found && [found.value?.toFixed(found.places) ?? null, found.status, found.source, found.place];
}

test("a growth is computed from value and base, in percent of the base", () => {
  const said = ferries({
    checks: derivedOf([
      "more: { formula: growth, value: ferries.all.foot, base: ferries.all.car, places: 1, unit: percent }",
      "less: { formula: growth, value: ferries.all.car, base: ferries.all.foot, places: 2, unit: percent }",
      "cut: { formula: growth, value: ferries.all.car, base: ferries.all.foot, places: 2, unit: percent, rounding: down }",
    ]),
  });
  expect(said.talk).toEqual([]);
  const place = (line: number) => ({ file: "data/2030/checks.yaml", line, column: 9 });
  expect(figure("derived.more", said)).toEqual([
    "125.0",
    "normal",
    "survey",
    { ...place(2), path: "derived.more" },
  ]);
  expect(figure("derived.less", said)?.[0]).toBe("-55.56");
  expect(figure("derived.cut", said)?.[0]).toBe("-55.55");
});

test("a growth between two units, and one that divides by nothing", () => {
  const mixed = ferries({
    checks: derivedOf([
      "it: { formula: growth, value: ferries.all.trips, base: ferries.all.people, places: 1, unit: percent, source: survey }",
    ]),
  });
  expect(mixed.talk).toEqual([
    "error: derived.it: ferries.all.trips is in trip, ferries.all.people in ten-thousand-people: they cannot be compared [mixed-units]\n" +
      "  at data/2030/checks.yaml:2:7 (derived.it)",
  ]);
  const nothing = ferries({
    checks: derivedOf([
      "it: { formula: growth, value: boats.now, base: boats.before, places: 1, unit: percent }",
    ]),
    indicators: [trips("boats.now", "5"), trips("boats.before", "0")],
  });
  expect(figure("derived.it", nothing)?.slice(0, 2)).toEqual([null, "missing"]);
});

test.each([
  ["normal", "normal", "normal"],
  ["normal", "provisional", "provisional"],
  ["provisional", "estimated", "estimated"],
  ["estimated", "normal", "estimated"],
])("of a %s and a %s figure a %s one is made", (first, second, result) => {
  const said = ferries({
    checks: derivedOf(["it: { formula: sum, parts: [boats.now, boats.before], unit: trip }"]),
    indicators: [
      trips("boats.now", "5", `, status: ${first}`),
      trips("boats.before", "2", `, status: ${second}`),
    ],
  });
  expect(figure("derived.it", said)?.slice(0, 2)).toEqual(["7", result]);
});

test("a sum has as many places as the finest of its parts", () => {
  const said = ferries({
    checks: derivedOf([
      "it: { formula: sum, parts: [ferries.all.people, some.people], unit: ten-thousand-people, source: census }",
    ]),
    indicators: ["some.people: { value: 1.5, unit: ten-thousand-people, source: census }"],
  });
  expect(figure("derived.it", said)?.[0]).toBe("26.50");
});

test("a sum does without what has no value by its nature; a rate does not", () => {
  const said = ferries({
    checks: derivedOf([
      "sum: { formula: sum, parts: ferries.kind=town.trips, unit: trip }",
      "rate: { formula: rate, of: ferries.oak.trips, per: ferries.all.trips, places: 2, unit: multiple }",
    ]),
    report: [
      ["    source: survey\n    columns:", "    source: survey\n    blank: not-applicable\n    columns:"],
    ],
    cells: [["Oak,8.00,50", "Oak,8.00,"]],
  });
  expect(figure("derived.sum", said)?.slice(0, 2)).toEqual(["145", "normal"]);
  expect(figure("derived.rate", said)?.slice(0, 2)).toEqual([null, "missing"]);
});

test("a figure is made after those that it is made from, in any order, plain or dotted", () => {
  const said = ferries({
    checks: derivedOf([
      "last: { formula: sum, parts: [boats.all, derived.first], unit: trip }",
      "boats.all: { formula: sum, parts: [ferries.all.trips, derived.first], unit: trip }",
      "first: { formula: sum, parts: [boats.now], unit: trip }",
    ]),
    indicators: [trips("boats.now", "5")],
  });
  expect(said.talk).toEqual([]);
  expect(["derived.last", "boats.all", "derived.first"].map((ref) => figure(ref, said)?.[0])).toEqual([
    "205",
    "200",
    "5",
  ]);
});

test("a figure that needs itself round a corner is told once, without what led there", () => {
  const said = ferries({
    checks: derivedOf([
      "start: { formula: sum, parts: derived.hen, unit: trip }",
      "hen: { formula: sum, parts: [derived.egg, '1'], unit: trip }",
      "egg: { formula: sum, parts: [derived.hen, '1'], unit: trip }",
    ]),
  });
  expect(messages(said)).toEqual([
    "error: derived figures need each other: hen → egg → hen [circular-formula]",
  ]);
});

test("a plain name is not the reference of a dotted one, nor a dotted name that of a plain one", () => {
  const said = ferries({
    checks: derivedOf([
      "it: { formula: sum, parts: other, unit: trip }",
      "other: { formula: sum, parts: ['1', boats.now], unit: trip }",
    ]),
    indicators: [trips("boats.now", "5")],
  });
  expect(messages(said)).toEqual(["error: there is no figure “other” [unknown-figure]"]);
});

test("what is wrong with a figure is all told at once, and what needs it is silent", () => {
  const said = ferries({
    checks: derivedOf([
      "it: { formula: difference, value: ferries.all.trips, base: ferries.all.people, unit: tripz }",
      "other: { formula: difference, value: ferries.all.trips, base: ferries.all.people, unit: trip, source: survez }",
      "needs: { formula: sum, parts: derived.it, unit: trip }",
      "numbers: { formula: sum, parts: ['1', '2'], unit: trip }",
    ]),
  });
  expect(messages(said)).toEqual([
    "error: derived.it is made from several sources: survey, census [several-sources]",
    "error: the unit “tripz” is not declared in report.yaml [unknown-unit]",
    "error: derived.other is in trip, ferries.all.people in ten-thousand-people: they cannot be added [mixed-units]",
    "error: the source “survez” is not declared in report.yaml [unknown-source]",
  ]);
});
