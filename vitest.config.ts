import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Browsers and processes on a busy machine: in CI a test that fails is tried once more.
    retry: process.env.CI === undefined ? 0 : 1,
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/*.d.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 90 },
    },
  },
});
