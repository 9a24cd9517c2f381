import { defineConfig } from "vitest/config";

// Where the processes that tests start put what they have run; test/coverage/run.ts adds it to what Vitest saw.
const seen = process.env.COVERAGE_OF_PROCESSES;

export default defineConfig({
  test: {
    env: seen === undefined ? {} : { NODE_V8_COVERAGE: seen },
    // Browsers and processes on a busy machine: in CI a test that fails is tried once more.
    retry: process.env.CI === undefined ? 0 : 1,
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/*.d.ts"],
      reporter: ["json"],
      reportsDirectory: "output/coverage",
      reportOnFailure: true,
    },
  },
});
