import { parseArgs } from "node:util";

/** What a benchmark is asked to do. */
export interface BenchOptions {
  readonly json: boolean;
  readonly quick: boolean;
  /** Measures the growth curves alone (`only`), too (`with`), or not. */
  readonly growth: "only" | "with" | "without";
  readonly readme: boolean;
  /** How often each contender runs; null for the usual number. */
  readonly rounds: number | null;
  /** Contenders that are measured besides the floor; null for the usual ones. */
  readonly only: readonly string[] | null;
  readonly lengths: readonly number[];
  readonly editions: readonly number[];
}

const LENGTHS = [1, 2, 5, 10, 50];
const EDITIONS = [1, 10, 50, 200];

/** Reads the command line. Throws for words that mean nothing. */
export function readOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      json: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      growth: { type: "boolean", default: false },
      readme: { type: "boolean", default: false },
      rounds: { type: "string" },
      only: { type: "string" },
      lengths: { type: "string" },
      editions: { type: "string" },
    },
  });
  const { json, quick, growth, readme, rounds, only } = values;
  return {
    json,
    quick,
    growth: growth ? "only" : quick || only !== undefined ? "without" : "with",
    readme,
    rounds: rounds === undefined ? null : positive("rounds", rounds),
    only: only?.split(",") ?? null,
    lengths: numbers("lengths", values.lengths) ?? LENGTHS,
    editions: numbers("editions", values.editions) ?? EDITIONS,
  };
}

function numbers(name: string, words: string | undefined): number[] | null {
  if (words === undefined) return null;
  return words === "" ? [] : words.split(",").map((word) => positive(name, word));
}

function positive(name: string, word: string): number {
  const value = Number(word);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name}: expected a whole number above 0, found “${word}”`);
}
