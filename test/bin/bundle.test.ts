import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
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

const ask = (imports: string, question: string) =>
  node("--input-type=module", "-e", `${imports}; console.log(${question});`).trim();
const isBundled = () => ask('import { isBundled } from "./bin/bundle-stamp.mjs"', "isBundled()");

test("the bundle is taken while the sources are as they were bundled, and says the same", {
  timeout: 60_000,
}, () => {
  expect(isBundled()).toBe("false");
  const before = node("bin/whitepaper.mjs", "check", "--json");
  node("bin/bundle.mjs");
  expect(isBundled()).toBe("true");
  expect(node("bin/whitepaper.mjs", "check", "--json")).toBe(before);
  utimesSync(join(copy, "src/cli/run.ts"), new Date(0), new Date(0));
  expect(isBundled()).toBe("false");
  node("bin/bundle.mjs");
  writeFileSync(join(copy, "src/model/more.ts"), "export const more = 1;\n");
  expect(isBundled()).toBe("false");
});

test("templates that are compiled with the bundle print the same, and one that has changed since is read anew", {
  timeout: 60_000,
}, () => {
  const build = () => {
    node("bin/whitepaper.mjs", "build", "--formats", "web", "--lang", "en", "--out", "made");
    return siteFiles(join(copy, "made/2021/web"));
  };
  node("bin/bundle.mjs");
  const bundled = chunks().map((path) => readFileSync(path, "utf8"));
  const ready = templates().filter((file) => bundled.some((code) => code.includes(`["${file}", {`)));
  expect(ready).toEqual(templates());
  const ahead = build();
  const page = join(copy, "templates/web/page.hbs");
  const text = readFileSync(page, "utf8");
  writeFileSync(page, text.replace("<main", '<main data-changed=""'));
  expect(build().get("en/creation.html")).toBe(
    ahead.get("en/creation.html")?.replace("<main", '<main data-changed=""'),
  );
  writeFileSync(page, text);
  rmSync(join(copy, "dist"), { recursive: true });
  rmSync(join(copy, "made"), { recursive: true });
  expect(build()).toEqual(ahead);
});

test("a process keeps what was compiled, and one that compiles nothing more writes nothing more", {
  timeout: 60_000,
}, () => {
  rmSync(join(copy, "src/model/more.ts"), { force: true });
  node("bin/bundle.mjs");
  const first = node("bin/whitepaper.mjs", "check", "--json");
  const kept = codeFiles();
  expect(kept.filter((path) => /main.*\.cjs$/.test(path))).not.toEqual([]);
  const sizes = () => codeFiles().map((path) => [path, statSync(path).size]);
  const times = () => codeFiles().map((path) => [path, statSync(path).mtimeMs]);
  const written = () => JSON.stringify([sizes(), times()]);
  // A little may be compiled in a later process only: an answer came in another order.
  let settled = "";
  for (let run = 0; run < 20 && settled !== written(); run++) {
    settled = written();
    expect(node("bin/whitepaper.mjs", "check", "--json")).toBe(first);
  }
  expect(written()).toBe(settled);
});

test("code that is spoiled, cut short or cannot be kept is made again while the program runs", {
  timeout: 60_000,
}, () => {
  const before = node("bin/whitepaper.mjs", "check", "--json");
  for (const path of codeFiles()) writeFileSync(path, readFileSync(path).fill(0, 500, 600));
  const spoiled = contents();
  expect(node("bin/whitepaper.mjs", "check", "--json")).toBe(before);
  expect(contents().filter((content, at) => content.equals(spoiled[at] as Buffer))).toEqual([]);
  for (const path of codeFiles()) truncateSync(path, 300);
  expect(node("bin/whitepaper.mjs", "check", "--json")).toBe(before);
  rmSync(join(copy, "dist/code"), { recursive: true });
  writeFileSync(join(copy, "dist/code"), "a file where a folder should be");
  expect(node("bin/whitepaper.mjs", "check", "--json")).toBe(before);
  expect(isBundled()).toBe("true");
});

test("code of another source of the same length is not taken", { timeout: 60_000 }, () => {
  rmSync(join(copy, "dist/code"), { force: true });
  const help = () => node("bin/whitepaper.mjs", "--help");
  const before = help();
  const chunk = chunks().find((path) => readFileSync(path, "utf8").includes("annual statistical")) as string;
  writeFileSync(chunk, readFileSync(chunk, "utf8").replaceAll("annual statistical", "ANNUAL statistical"));
  expect(help()).toBe(before.replaceAll("annual statistical", "ANNUAL statistical"));
});

const templates = () =>
  readdirSync(join(copy, "templates"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".hbs"))
    .map((path) => `templates/${path}`);
const siteFiles = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path), readFileSync(path, "latin1")]),
  );
const chunks = () =>
  readdirSync(join(copy, "dist"))
    .filter((name) => name.endsWith(".cjs"))
    .map((name) => join(copy, "dist", name));
const contents = () => codeFiles().map((path) => readFileSync(path));
const codeFiles = () =>
  readdirSync(join(copy, "dist/code"), { recursive: true, encoding: "utf8" })
    .map((path) => join(copy, "dist/code", path))
    .filter((path) => statSync(path).isFile());
