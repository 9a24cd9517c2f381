/** A part of the engine whose tests are tested. */
export interface Area {
  /** Its files. */
  readonly mutate: readonly string[];
  /** The tests that must notice. */
  readonly tests: readonly string[];
}

/** The areas by name: where a slip would print a wrong number and look right. */
export const AREAS: Readonly<Record<string, Area>> = {
  language: {
    mutate: ["src/language/**/*.ts"],
    tests: ["test/language/**/*.test.ts", "test/model/words.test.ts"],
  },
  identities: {
    mutate: ["src/check/identities/**/*.ts"],
    tests: ["test/check/identities/**/*.test.ts", "test/check/cases.test.ts"],
  },
  finish: {
    mutate: ["src/finish/**/*.ts"],
    tests: ["test/finish/**/*.test.ts"],
  },
  impact: {
    mutate: ["src/pipeline/impact/**/*.ts", "src/model/impact.ts"],
    tests: ["test/pipeline/impact/**/*.test.ts", "test/commands/impact.test.ts"],
  },
};
