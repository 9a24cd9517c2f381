import { expect, test } from "vitest";
import { type Ferries, ferries, messages } from "./ferries.ts";

const percent = (id: string, value: string) => `${id}: { value: ${value}, unit: percent, source: survey }`;
const trips = (id: string, value: string) => `${id}: { value: ${value}, unit: trip, source: survey }`;

/** What one check alone comes to. */
function only(check: string, rest: Omit<Ferries, "checks"> = {}) {
  return ferries({ checks: `checks:\n  it: { ${check} }\n`, ...rest });
}

test.each([
  ["bound", "value: ferries.all.trips, relation: over, bound: ferries.all.people"],
  ["rank", "rank: '1', of: ferries.all.trips, among: [ferries.all.people, '1']"],
  ["sum", "total: ferries.all.trips, parts: [ferries.all.people, '1']"],
  ["share", "share: '50', part: ferries.all.trips, whole: ferries.all.people"],
  ["share", "share: '50', part: [ferries.all.trips, ferries.all.people], whole: '100'"],
  ["share-possible", "share: '50', part: [ferries.all.trips, ferries.all.people]"],
  ["shares", "parts: [ferries.all.trips, ferries.all.people]"],
  ["growth", "growth: '50', value: ferries.all.trips, base: ferries.all.people"],
  ["difference", "difference: '5', value: ferries.all.trips, base: ferries.all.people"],
  ["difference", "difference: ferries.all.trips, value: ferries.all.people, base: '5'"],
  ["difference", "difference: ferries.all.trips, value: '5', base: ferries.all.people"],
  ["equality", "figure: ferries.all.trips, equals: ferries.all.people"],
  [
    "growth-sum",
    "growth: '5', value: ferries.all.trips, part_growths: ['5', '5'], part_values: [ferries.all.people, '1']",
  ],
])("%s: figures in two units are not compared (%s)", (kind, roles) => {
  const { talk } = only(`kind: ${kind}, ${roles}`);
  expect(talk).toEqual([
    "error: ferries.all.trips is in trip, ferries.all.people in ten-thousand-people: they cannot be added or compared [mixed-units]\n" +
      "  at data/2030/checks.yaml:2:7 (checks.it)",
  ]);
});

test("figures in thousands and in ones are not compared, though both are counts", () => {
  const { talk } = only("kind: equality, figure: ferries.all.trips, equals: trips.thousands", {
    report: [
      [
        "  ferry: { kind: count }",
        "  ferry: { kind: count }\n  thousand-trips: { kind: count, scale: 1000 }",
      ],
    ],
    indicators: ["trips.thousands: { value: 195, unit: thousand-trips, source: survey }"],
  });
  expect(talk[0]).toContain(
    "ferries.all.trips is in trip, trips.thousands in thousand-trips: they cannot be added or compared",
  );
});

test.each([
  ["rate", "rate: ferries.all.per_10k, of: ferries.all.trips, per: ferries.all.people", "195 ÷ 25 = 7.8"],
  ["ratio", "ratio: '7.8', of: ferries.all.trips, to: ferries.all.people", "195 ÷ 25 = 7.8"],
  [
    "share",
    "share: '69.23', part: ferries.kind=town.foot, whole: ferries.all.trips",
    "100 × 135 ÷ 195 = 69.2307…",
  ],
  [
    "bound",
    "value: ferries.kind=town.trips, relation: over, bound: ferries.side=north.trips",
    "100 + 50 + 45 = 195",
  ],
  ["bound", "value: ferries.all.trips, relation: at-least, bound: ferries.kind=town.trips", "it is 195"],
  ["share-possible", "share: '69.23', part: ferries.kind=town.foot", "whole 195 would give it"],
  ["share-possible", "share: '69.23', whole: ferries.all.trips", "part 135 would give it"],
  ["shares", "parts: ferries.kind=town.car", "they add up to 100"],
  [
    "growth-sum",
    "growth: '50', value: ferries.all.trips, part_growths: ferries.kind=town.car, part_values: ferries.kind=town.foot",
    "the parts need bases of 130 in all, the total one of 130",
  ],
])(
  "%s takes figures of several rows, and of several units where they are not added (%s)",
  (kind, roles, finding) => {
    const said = only(`kind: ${kind}, ${roles}`, {
      cells:
        kind === "growth-sum"
          ? [
              ["60,40,8.00", "60,50,8.00"],
              ["30,20,6.25", "60,50,6.25"],
              ["45,0,10.00\nNorth", "75,50,10.00\nNorth"],
            ]
          : kind === "shares"
            ? [["45,0,10.00\nNorth", "45,40,10.00\nNorth"]]
            : [],
    });
    expect(said.results).toEqual([`passed: it: ${finding}`]);
  },
);

test.each([
  ["oak.rank", "highest", "2", "1 of 3 are higher"],
  ["ash.rank", "highest", "3", "2 of 3 are higher"],
  ["oak.rank", "lowest", "2", "1 of 3 are lower"],
  ["elm.rank", "lowest", "3", "2 of 3 are lower"],
])("the place of %s among the %s is %s", (id, order, place, finding) => {
  const town = id.slice(0, 3);
  const check = `kind: rank, rank: ${id}, of: ferries.${town}.trips, among: ferries.kind=town.trips, order: ${order}`;
  const right = only(check, { indicators: [`${id}: { value: ${place}, unit: rank, source: survey }`] });
  expect(right.results).toEqual([`passed: it: ${finding}`]);
  const wrong = only(check, { indicators: [`${id}: { value: 1, unit: rank, source: survey }`] });
  expect(messages(wrong)).toEqual([
    `error: it: ${id} is 1, but ${finding} (difference −${Number(place) - 1}) [discrepancy]`,
  ]);
});

test("without an order, the highest comes first", () => {
  const said = only("kind: rank, rank: '1', of: ferries.elm.trips, among: ferries.kind=town.trips");
  expect(said.results).toEqual(["passed: it: 0 of 3 are higher"]);
});

test("equal values share the better place", () => {
  const said = only("kind: rank, rank: '1', of: ferries.oak.trips, among: ferries.kind=town.trips", {
    cells: [["Oak,8.00,50", "Oak,8.00,100"]],
  });
  expect(said.results).toEqual(["passed: it: 0 of 3 are higher"]);
});

test.each([
  ["40", "0.0", "part 0 would give it"],
  ["3000", "0.0", "part 0 to 1 would give it"],
  ["3000", "0.1", "part 2 to 4 would give it"],
])("of %s, %s percent may be few or none", (whole, share, finding) => {
  const said = only(`kind: share-possible, share: some.share, whole: '${whole}'`, {
    indicators: [percent("some.share", share)],
  });
  expect(said.results).toEqual([`passed: it: ${finding}`]);
});

test.each([
  ["share-possible", "share: '-1', part: '-67'", "whole 6700 would give it"],
  ["ratio-possible", "ratio: '-1', of: '-100', step: '100'", "base 100 would give it"],
])("%s: found by fuzzing: what fits does not fail by nothing (%s)", (kind, roles, finding) => {
  expect(only(`kind: ${kind}, ${roles}`).results).toEqual([`passed: it: ${finding}`]);
});

test("the nearest part may be none", () => {
  const said = only("kind: share-possible, share: some.share, whole: '100'", {
    indicators: [percent("some.share", "0.3")],
  });
  expect(messages(said)).toEqual([
    "error: it: some.share is 0.3, but no whole number as part gives it; the nearest, 0, gives 0.0 (difference +0.3) [discrepancy]",
  ]);
});

test("the nearest base is never none", () => {
  const said = only("kind: growth-possible, growth: some.growth, value: '1'", {
    indicators: [percent("some.growth", "250.0")],
  });
  expect(messages(said)).toEqual([
    "error: it: some.growth is 250.0, but no whole number as base gives it; the nearest, 1, gives 0.0 (difference +250) [discrepancy]",
  ]);
});

test.each([
  ["growth-possible, value: '40'", "growth", "-150.0"],
  ["growth-possible, value: '40', rounding: down", "growth", "-100.0"],
  ["share-possible, part: '7'", "share", "0.0"],
  ["ratio-possible, of: '7'", "ratio", "0.0"],
])("%s: what no base can give is told, and not as if data were missing (%s %s)", (kind, role, value) => {
  const said = only(`kind: ${kind}, ${role}: some.share`, { indicators: [percent("some.share", value)] });
  expect(said.talk).toEqual([
    "note: it: the check cannot be computed: it would divide by zero, or no base can be found [check-not-computable]\n" +
      "  at data/2030/checks.yaml:2:7 (checks.it)\n" +
      "  hint: no figure is missing, so it never will be: correct the figures, or leave them out of the check",
  ]);
});

test.each([
  ["rate", "rate: '7', of: ferries.all.trips, per: none.at_all"],
  ["ratio", "ratio: '7', of: ferries.all.trips, to: none.at_all"],
  ["share", "share: '7', part: ferries.all.trips, whole: none.at_all"],
  ["growth", "growth: '7', value: ferries.all.trips, base: none.at_all"],
])("%s: nothing is divided by zero", (kind, roles) => {
  const said = only(`kind: ${kind}, ${roles}`, { indicators: [trips("none.at_all", "0")] });
  expect(said.results).toEqual(["not-computable: it: it would divide by zero, or no base can be found"]);
});

test("what a possible check states, computes and differs by is kept", () => {
  const said = only("kind: share-possible, share: some.share, part: '6'", {
    indicators: [percent("some.share", "15.00")],
  });
  const [result] = said.report?.checks ?? [];
  expect(result).toMatchObject({ outcome: "passed", claim: null });
  expect([result?.stated?.toFixed(2), result?.computed?.toFixed(2), result?.difference?.toFixed()]).toEqual([
    "15.00",
    "15.00",
    "0",
  ]);
});

const GROWTHS = [
  percent("all.growth", "20.0"),
  percent("foot.growth", "100.0"),
  percent("car.growth", "-50.0"),
  trips("foot.now", "200"),
  trips("car.now", "100"),
];
const GROWTH_SUM =
  "kind: growth-sum, growth: all.growth, value: '300', part_growths: [foot.growth, car.growth], part_values: [foot.now, car.now]";

test.each([
  ["foot.growth", "-100.0"],
  ["all.growth", "-100.0"],
])("parts of a growth whose base cannot be found are told (%s)", (id, value) => {
  const said = only(GROWTH_SUM, {
    indicators: GROWTHS.map((line) => (line.startsWith(`${id}:`) ? percent(id, value) : line)),
  });
  expect(said.results).toEqual(["not-computable: it: it would divide by zero, or no base can be found"]);
});

test("a growth of parts fails by what the nearest base would give, on either side", () => {
  const high = only(GROWTH_SUM, { indicators: GROWTHS });
  expect(messages(high)).toEqual([
    "error: it: all.growth is 20.0, but the parts need bases of 300 in all, the total one of 250 (difference +20) [discrepancy]",
  ]);
  const low = only(GROWTH_SUM, {
    indicators: GROWTHS.map((line) =>
      line.startsWith("all.growth") ? percent("all.growth", "-20.0") : line,
    ),
  });
  expect(messages(low)).toEqual([
    "error: it: all.growth is -20.0, but the parts need bases of 300 in all, the total one of 375 (difference −20) [discrepancy]",
  ]);
});

test("of a growth of parts no digit is suspected: too many values would do", () => {
  const said = only(GROWTH_SUM, {
    indicators: GROWTHS.map((line) => (line.startsWith("all.growth") ? percent("all.growth", "10.0") : line)),
  });
  expect(said.talk.join("\n")).not.toContain("look at");
});
