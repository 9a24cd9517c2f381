import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const CHECKOUT = resolve(import.meta.dirname, "../..");
let copy: string;

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), "whitepaper-bundle-")));
  for (const part of ["src", "bin", "package.json", "package-lock.json", "templates", "data", "locales"])
    cpSync(join(CHECKOUT, part), join(copy, part), { recursive: true });
  symlinkSync(join(CHECKOUT, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const node = (...words: string[]) =>
  execFileSync(process.execPath, words, { cwd: copy, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

const ASK = `import { programFrom } from "./bin/bundle-stamp.mjs"; console.log(programFrom("main.mjs", "cli/main.ts"));`;
const program = () => node("--input-type=module", "-e", ASK).trim();

test("the bundle is taken while the sources are as they were bundled, and says the same", {
  timeout: 60_000,
}, () => {
  expect(program()).toMatch(/src\/cli\/main\.ts$/);
  const before = node("bin/whitepaper.mjs", "check", "--json");
  node("bin/bundle.mjs");
  expect(program()).toMatch(/dist\/main\.mjs$/);
  expect(node("bin/whitepaper.mjs", "check", "--json")).toBe(before);
  utimesSync(join(copy, "src/cli/run.ts"), new Date(0), new Date(0));
  expect(program()).toMatch(/src\/cli\/main\.ts$/);
  node("bin/bundle.mjs");
  writeFileSync(join(copy, "src/model/more.ts"), "export const more = 1;\n");
  expect(program()).toMatch(/src\/cli\/main\.ts$/);
});
