import { fileURLToPath } from "node:url";
import { AREAS } from "./areas.ts";

// `npm run mutation` does one area after the other; this is the setting of each.
const { mutate = [] } = AREAS[process.env.MUTATION_AREA ?? ""] ?? {};
export default {
  plugins: [fileURLToPath(new URL("runner/plugin.ts", import.meta.url))],
  testRunner: "in-process",
  testRunnerNodeArgs: ["--max-old-space-size=6000"],
  mutate,
  concurrency: 1,
  // The package reads it with an interface that TypeScript 7 no longer has; nothing here is compiled.
  tsconfigFile: "none.json",
  coverageAnalysis: "perTest",
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `output/mutation/${process.env.MUTATION_AREA}.json` },
  tempDirName: `output/.mutation/${process.env.MUTATION_AREA}`,
  ignorePatterns: ["output", "docs", ".git"],
  thresholds: { high: 95, low: 85, break: 85 },
  timeoutMS: 5_000,
};
