/** What a test file says, as this process holds it: the words of Vitest that the areas' tests use. */
import { format } from "node:util";

/** What a test or a hook does. */
type Body = (...args: never[]) => unknown;

/** One test. */
export interface HeldTest {
  /** Its file and its number in it: the same each time that the file is read. */
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** What must have run before it, the outermost first. */
  readonly befores: readonly Before[];
  readonly run: () => unknown;
}

/** What runs once before the tests of a group. */
export interface Before {
  readonly run: () => unknown;
  /** Set when it has run. */
  done?: Promise<unknown>;
}

let tests: HeldTest[] = [];
let file = "";
let befores: readonly Before[] = [];

/** Reads a test file by `load` and gives its tests. A group's hooks must stand before its tests. */
export async function testsOf(path: string, load: () => Promise<unknown>): Promise<readonly HeldTest[]> {
  [tests, file, befores] = [[], path, []];
  await load();
  return tests;
}

function hold(name: string, run: () => unknown): void {
  tests.push({ id: `${file}#${tests.length}`, name, file, befores, run });
}

function group(_name: string, body: () => unknown): void {
  const outer = befores;
  body();
  befores = outer;
}

/** The rows of a table as calls: a row that is a list is the arguments, anything else the only one. */
const each =
  (register: (name: string, run: () => unknown) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body) => {
    for (const row of rows) {
      const args = (Array.isArray(row) ? row : [row]) as never[];
      register(format(name, ...args), () => body(...args));
    }
  };

/** Vitest's `test`: its name, its options, which are not needed here, and what it does; `each` for a table. */
export const test = Object.assign(
  (name: string, ...rest: readonly [Body] | readonly [object, Body]) =>
    hold(name, (rest[1] ?? rest[0]) as () => unknown),
  { each: each(hold) },
);

/** Vitest's `describe`. */
export const describe = Object.assign(group, { each: each(group) });

/** Vitest's `beforeAll`: once, before the first test of its group. */
export function beforeAll(run: () => unknown): void {
  befores = [...befores, { run }];
}
