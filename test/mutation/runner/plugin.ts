/**
 * A test runner for Stryker that runs the areas' tests in its own process: a mutant costs the milliseconds of the tests that reach it. Its runner for
 * Vitest starts a worker and imports every test file with all of `src` anew for each mutant: a second and more, of which the tests take a few
 * milliseconds. Only a mutant that is reached while modules are read needs them read again, and has it.
 */
import { globSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { AREAS } from "../areas.ts";
import { readAgain, watchModules } from "./modules.ts";
import { type Before, type HeldTest, testsOf } from "./suite.ts";

/** What the mutated code reads and writes. */
interface Mutants {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const mutants: Mutants = {};
Object.assign(globalThis, { __stryker__: mutants });

let held: readonly HeldTest[] = [];
let readings = 0;

/** How many mutants each test has killed: the best go first, for the first that fails ends a run. */
const kills = new Map<string, number>();

async function readTests(): Promise<void> {
  if (readings > 0) readAgain();
  readings += 1;
  const tests: HeldTest[] = [];
  const patterns = [...(AREAS[process.env.MUTATION_AREA ?? ""]?.tests ?? [])];
  for (const path of globSync(patterns).sort())
    tests.push(...(await testsOf(path, () => import(pathToFileURL(resolve(path)).href))));
  held = tests;
}

/** What a hook reaches belongs to the first test that needs it; `shared` says which others need it too. */
async function runTest(test: HeldTest): Promise<TestResult> {
  const started = performance.now();
  const said = { id: test.id, name: test.name, fileName: resolve(test.file) };
  try {
    for (const before of test.befores) {
      before.done ??= (async () => before.run())();
      await before.done;
    }
    await test.run();
    return { ...said, status: TestStatus.Success, timeSpentMs: performance.now() - started };
  } catch (error) {
    const failureMessage = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...said, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - started };
  }
}

/** Runs tests one after the other, until one fails. */
async function runTests(tests: readonly HeldTest[]): Promise<DryRunResult> {
  for (const before of new Set(tests.flatMap(({ befores }) => befores))) delete before.done;
  const results: TestResult[] = [];
  for (const test of tests) {
    mutants.currentTestId = test.id;
    const result = await runTest(test);
    mutants.currentTestId = undefined;
    results.push(result);
    if (result.status === TestStatus.Failed) {
      kills.set(test.id, (kills.get(test.id) ?? 0) + 1);
      break;
    }
  }
  return { status: DryRunStatus.Complete, tests: results };
}

/** Counts what a group's first test reached, hooks included, for the others of the group too. */
function shareHooks(): void {
  const perTest = mutants.mutantCoverage?.perTest ?? {};
  const first = new Map<Before, string>();
  for (const { id, befores } of held)
    for (const before of befores) {
      const from = first.get(before);
      if (from === undefined) first.set(before, id);
      else perTest[id] = { ...perTest[from], ...perTest[id] };
    }
}

const runner: TestRunner = {
  capabilities: () => ({ reloadEnvironment: true }),
  async init() {
    process.env.NODE_ENV = "test";
    process.on("unhandledRejection", () => {});
    watchModules(process.cwd());
  },
  async dryRun(_options: DryRunOptions): Promise<DryRunResult> {
    await readTests();
    const result = await runTests(held);
    shareHooks();
    const { mutantCoverage } = mutants;
    return result.status === DryRunStatus.Complete && mutantCoverage ? { ...result, mutantCoverage } : result;
  },
  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, mutantActivation, reloadEnvironment, testFilter } = options;
    Object.assign(mutants, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    mutants.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    try {
      if (reloadEnvironment || held.length === 0) await readTests();
    } catch (error) {
      held = [];
      const failed = { id: "reading", name: "reading", status: TestStatus.Failed, timeSpentMs: 0 } as const;
      const failureMessage = String(error);
      return toMutantRunResult({
        status: DryRunStatus.Complete,
        tests: [{ ...failed, failureMessage }],
      });
    }
    mutants.activeMutant = activeMutant.id;
    const chosen = testFilter === undefined ? held : held.filter(({ id }) => testFilter.includes(id));
    const result = await runTests(chosen.toSorted((a, b) => (kills.get(b.id) ?? 0) - (kills.get(a.id) ?? 0)));
    return toMutantRunResult(determineHitLimitReached(mutants.hitCount, hitLimit) ?? result);
  },
};

const create = Object.assign(() => runner, { inject: [] as const });

/** What Stryker finds in this module. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", create)];
