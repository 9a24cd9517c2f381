import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { STAGES, stageNumber } from "../../src/pipeline/stages.ts";
import { LIBRARIES } from "../support/report.ts";

const CHECKOUT = join(import.meta.dirname, "../..");

interface Run {
  readonly code: number;
  readonly out: string;
  readonly talk: string;
}

/** Runs the program as a person does. */
function whitepaper(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const file = process.execPath;
    const options = { cwd: CHECKOUT, env: { ...process.env, ...env, CI: "1" }, maxBuffer: 1e8 };
    const child = execFile(file, ["src/cli/main.ts", ...words], options, (_, out, talk) =>
      resolve({ code: child.exitCode ?? -1, out, talk }),
    );
  });
}

const folder = await mkdtemp(join(tmpdir(), "whitepaper-cli-"));
afterAll(() => rm(folder, { recursive: true }));
const good = join(folder, "good");
const broken = join(folder, "broken");
const out = join(folder, "out");

beforeAll(async () => {
  await cp(LIBRARIES, good, { recursive: true });
  await cp(LIBRARIES, broken, { recursive: true });
  await writeFile(join(broken, "data/2030/tables/loans.csv"), "branch,books,films\nHarbor,12%,1\n");
  await writeFile(join(broken, "locales/ja/2030/lending.json"), "{\n");
});

/** What is delivered; the editor's report stands beside it and tells of every run, also of one that failed. */
const isDelivered = (file: string): boolean => !/\breport\.(?:html|json)$/.test(file);

/** Every delivered file below a folder with its content. */
async function snapshot(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const delivered = files.filter(isDelivered).sort();
  return Object.fromEntries(
    await Promise.all(delivered.map(async (file) => [file, await readFile(file, "base64")] as const)),
  );
}

test.for([
  [["publish"], "there is no command “publish”"],
  [["check", "--colour"], "there is no option --colour"],
  [[], "a command is needed"],
] as const)("%j: exit code 2, usage on stderr, nothing on stdout", async ([words, message]) => {
  const { code, out: product, talk } = await whitepaper(words);
  expect(code).toBe(2);
  expect(product).toBe("");
  expect(talk).toContain(message);
  expect(talk).toContain("whitepaper build");
});

test("--help is a product: on stdout, with exit code 0 and all exit codes told", async () => {
  const { code, out: product, talk } = await whitepaper(["--help"]);
  expect([code, talk]).toEqual([0, ""]);
  expect(product).toContain("Exit codes: 0 done, 1 problems in the content, 2 wrong usage, 3 our bug");
});

test("a setting that cannot be used is an error, not passed over", async () => {
  const env = { WHITEPAPER_BROWSER_TIMEOUT: "abc" };
  const { code, out: product, talk } = await whitepaper(["build", "--root", good, "--out", out], env);
  expect([code, product]).toEqual([1, ""]);
  expect(talk).toBe(
    "error: the environment variable WHITEPAPER_BROWSER_TIMEOUT: expected seconds from 1 to 86400, found “abc” [wrong-setting]\n" +
      "  hint: WHITEPAPER_BROWSER_TIMEOUT=300 waits 300 seconds for each step of the browser; unset it to wait 120\n",
  );
  const json = await whitepaper(["build", "--root", good, "--out", out, "--json"], env);
  expect([json.code, json.talk]).toEqual([1, ""]);
  expect(JSON.parse(json.out)).toMatchObject({ diagnostics: [{ severity: "error", code: "wrong-setting" }] });
  expect(await snapshot(out)).toEqual({});
});

test("a year or a folder without a report", async () => {
  const year = await whitepaper(["check", "--root", good, "--year", "2029"]);
  expect(year.code).toBe(1);
  expect(year.talk).toContain("there is no report for 2029");
  const root = await whitepaper(["check", "--root", join(folder, "nowhere")]);
  expect(root.code).toBe(2);
  expect(root.talk).toContain("there is no data/<year> in");
});

test("check: problems for people on stderr, their number on stdout, exit code 1", async () => {
  const { code, out: product, talk } = await whitepaper(["check", "--root", broken]);
  expect(code).toBe(1);
  expect(product).toMatch(/^2030: 2 errors, \d+ warnings, \d+ notes\n$/);
  expect(talk).toContain(
    "error: there is no branch “Harbor” [unknown-branch]\n  at data/2030/tables/loans.csv:2:1\n  hint: did you mean “Harbour”?",
  );
});

test("check --json: the documented fields alone, and nothing but JSON on stdout", async () => {
  const { code, out: product, talk } = await whitepaper(["check", "--root", broken, "--json"]);
  expect([code, talk]).toEqual([1, ""]);
  const { diagnostics } = JSON.parse(product) as { diagnostics: Diagnostic[] };
  expect(diagnostics.map(({ code: name }) => name)).toEqual(
    expect.arrayContaining(["unknown-branch", "broken-json"]),
  );
  const fields = ["severity", "code", "message", "file", "line", "column", "path", "hints"];
  for (const diagnostic of diagnostics) {
    expect(fields).toEqual(expect.arrayContaining(Object.keys(diagnostic)));
    expect(["error", "warning", "note"]).toContain(diagnostic.severity);
    expect(diagnostic.file).not.toMatch(/^\/|\\/);
    expect(Array.isArray(diagnostic.hints)).toBe(true);
  }
});

test("what check says depends on neither the time zone nor the language of the machine", async () => {
  const plain = await whitepaper(["check", "--root", broken]);
  const other = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "ar_EG.UTF-8", NO_COLOR: "1" };
  expect(await whitepaper(["check", "--root", broken], other)).toEqual(plain);
});

test("a reader that stops reading is no trouble", async () => {
  const { code, talk } = await new Promise<Run>((resolve) => {
    const words = ["-c", `"${process.execPath}" src/cli/main.ts check --json --root "${broken}" | true`];
    const child = execFile("sh", words, { cwd: CHECKOUT }, (_, product, errors) =>
      resolve({ code: child.exitCode ?? -1, out: product, talk: errors }),
    );
  });
  expect([code, talk]).toEqual([0, ""]);
});

test("build: stages with their numbers on stderr, the table of editions on stdout", async () => {
  const words = ["build", "--root", good, "--out", out, "--year", "2030", "--lang", "en,ko"];
  const { code, out: product, talk } = await whitepaper(words);
  expect(talk).not.toContain("error:");
  expect(code).toBe(0);
  const told = talk
    .split("\n")
    .flatMap((line) => /^\[(\d)\/9\] (\w+)/.exec(line)?.slice(1, 3).join(" ") ?? []);
  const known = STAGES.map((stage) => `${stageNumber(stage)} ${stage}`);
  expect(new Set(told).size).toBeGreaterThanOrEqual(8);
  for (const line of told) expect(known).toContain(line);
  expect(product.split("\n")[0]).toMatch(/^edition +state +pages +size +time +warnings +file$/);
  expect(product).toMatch(/^en +released +\d+ +\d+ KB +[\d.]+ s +\d+ +white-paper-2030\.en\.pdf$/m);
  expect((await readdir(join(out, "2030"))).filter(isDelivered).sort()).toEqual([
    "manifest.json",
    "white-paper-2030.en.pdf",
    "white-paper-2030.ko.pdf",
  ]);
});

test("build --json --draft: the product is JSON, the file is another", async () => {
  const words = ["build", "--root", good, "--out", out, "--lang", "en", "--draft", "--json"];
  const { code, out: product, talk } = await whitepaper(words);
  expect([code, talk]).toEqual([0, ""]);
  const { editions, manifest } = JSON.parse(product);
  expect(editions).toMatchObject([{ language: "en", state: "draft", built: true }]);
  expect(manifest.editions.map(({ file }: { file: string }) => file)).toContain(
    "white-paper-2030.en.draft.pdf",
  );
});

test("build with errors: exit code 1, and nothing that was delivered is touched", async () => {
  const before = await snapshot(out);
  expect(Object.keys(before).length).toBeGreaterThan(3);
  const pdf = join(out, "2030/white-paper-2030.en.pdf");
  const { mtimeMs, ino } = await stat(pdf);
  const { code, out: product } = await whitepaper(["build", "--root", broken, "--out", out]);
  expect(code).toBe(1);
  expect(product).toContain("nothing built for 2030: 2 errors");
  expect(await snapshot(out)).toEqual(before);
  expect(await stat(pdf)).toMatchObject({ mtimeMs, ino });
});

test("an output folder that cannot be written: exit code 3, and no stack for the reader", async () => {
  const words = ["build", "--root", good, "--out", join(good, "data/2030/report.yaml"), "--lang", "en"];
  const { code, talk } = await whitepaper(words);
  expect(code).toBe(3);
  expect(talk).toMatch(/error: .*ENOTDIR/);
  expect(talk).not.toMatch(/this is a bug|\n {4}at /);
});
