import { defineConfig } from "vitest/config";
import { AREAS } from "./areas.ts";

export default defineConfig({
  test: { include: [...(AREAS[process.env.MUTATION_AREA ?? ""]?.tests ?? [])], testTimeout: 60_000 },
});
