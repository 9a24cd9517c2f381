/** Stands in for the module `vitest` while mutants are run. */
export { expect } from "./expect.ts";
export { beforeAll, describe, test } from "./suite.ts";
