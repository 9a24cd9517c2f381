import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { missingPackage } from "../../src/cli/missing-package.ts";

const require = createRequire(import.meta.url);

const failure = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (cause) {
    return cause;
  }
};

test("a package that is not installed is named, with its scope", () => {
  const name = "@expo-google-fonts/noto-serif-xx";
  expect(missingPackage(failure(() => require.resolve(`${name}/package.json`)))).toBe(name);
  const imported = Object.assign(new Error("Cannot find package 'handlebars' imported from /a/b.ts"), {
    code: "ERR_MODULE_NOT_FOUND",
  });
  expect(missingPackage(imported)).toBe("handlebars");
});

test("a file of ours that is missing, and other trouble, is our bug", () => {
  expect(missingPackage(failure(() => require.resolve("./nothing-here.ts")))).toBeNull();
  expect(missingPackage(failure(() => require.resolve("/nothing/here.ts")))).toBeNull();
  expect(missingPackage(new Error("Cannot find module 'x'"))).toBeNull();
  expect(missingPackage("text")).toBeNull();
});
