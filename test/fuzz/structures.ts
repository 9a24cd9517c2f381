import fc from "fast-check";
import { stringify } from "yaml";
import type { Random } from "../faults/random.ts";

const word = fc.oneof(
  fc.constantFrom(
    "value",
    "unit",
    "source",
    "status",
    "missing",
    "28.40",
    "-3",
    "1e9",
    "year",
    "__proto__",
    "constructor",
    "a.b",
    "",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 20 }),
);
const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: "small" },
    word,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(word, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;
const grid = fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 6 });

/** So many structures are made at once: the library needs its time to begin. */
const BATCH = 500;

/** Gives structures one after the other, the same for the same choices. */
function drawn<T>(arbitrary: fc.Arbitrary<T>): (random: Random) => T | undefined {
  let stock: T[] = [];
  return (random) => {
    if (stock.length === 0) stock = fc.sample(arbitrary, { seed: random.below(2 ** 31), numRuns: BATCH });
    return stock.pop();
  };
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Makers of well-formed files with anything in them. */
export function structures() {
  const [json, yaml, csv] = [drawn(tree), drawn(tree), drawn(grid)];
  return {
    json: (random: Random) => JSON.stringify(json(random) ?? {}) ?? "{}",
    yaml: (random: Random) => stringify(yaml(random), { aliasDuplicateObjects: true }),
    csv: (random: Random) => (csv(random) ?? []).map((row) => row.map(quoted).join(",")).join("\n"),
  };
}
