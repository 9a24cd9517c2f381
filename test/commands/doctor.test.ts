import { join } from "node:path";
import { expect, test } from "vitest";
import { type DoctorWorld, doctorLines, runDoctor } from "../../src/commands/doctor.ts";
import { thisHost } from "../../src/world/browser/host.ts";
import { machine } from "../../src/world/machine.ts";

const healthy: DoctorWorld = {
  node: async () => ({ version: "24.1.0", path: "/node", pinned: "24.1.0", icu: "78.1", unicode: "17.0" }),
  browser: async () => ({
    browser: { version: "Chromium 153.0.1.2", path: "/c/chromium", place: "bundled", sandbox: true },
    tried: [{ place: "bundled", reason: "cache folder /home/x: EACCES" }],
  }),
  fonts: async () => [{ package: "@fonts/a", version: "0.4.3", problems: [] }],
  output: async () => ({ path: "/out" }),
  cache: async () => ({ path: "/cache" }),
};

const table = async (world: DoctorWorld): Promise<string> => {
  const { findings, exitCode } = await runDoctor(world);
  return [...doctorLines(findings), `exit code ${exitCode}`].join("\n");
};

test("a healthy machine: all in order, what was tried and not needed included", async () => {
  expect(await table(healthy)).toMatchInlineSnapshot(`
    "ok     Node           24.1.0                         /node
    ok     ICU            78.1, Unicode 17.0             Node
    ok     browser        Chromium 153.0.1.2, sandboxed  bundled: /c/chromium
    note   browser tried  cache folder /home/x: EACCES   bundled
    ok     fonts          0.4.3                          @fonts/a
    ok     output folder  can be written                 /out
    ok     cache folder   can be written                 /cache
    exit code 0"
  `);
});

test("everything wrong at once: each with what to do about it", async () => {
  const broken: DoctorWorld = {
    node: async () => ({ version: "20.2.0", path: "/node", pinned: "24.1.0", icu: "73.2", unicode: "15.0" }),
    browser: async () => ({
      browser: { fault: "no browser starts", hints: ["install one", "or allow a download"] },
      tried: [{ place: "system", path: "/usr/bin/chromium", reason: "no such file" }],
    }),
    fonts: async () => [
      { package: "@fonts/a", problems: [] },
      { package: "@fonts/b", version: "0.4.3", problems: ["b.ttf is missing"] },
    ],
    output: async () => ({ path: "/out", problem: "/ cannot be written" }),
    cache: async () => ({ path: "/cache", problem: "EACCES" }),
  };
  expect(await table(broken)).toMatchInlineSnapshot(`
    "wrong  Node           20.2.0                   /node
           hint: this checkout pins Node 24.1.0: run npm ci, then npm run -s whitepaper
    ok     ICU            73.2, Unicode 15.0       Node
    wrong  browser        no browser starts        nowhere
           hint: install one; or allow a download
    wrong  browser tried  no such file             system: /usr/bin/chromium
    wrong  fonts          not installed            @fonts/a
           hint: run npm ci in the checkout
    wrong  fonts          0.4.3; b.ttf is missing  @fonts/b
           hint: run npm ci in the checkout
    wrong  output folder  / cannot be written      /out
           hint: choose another folder with --out, or change its rights
    wrong  cache folder   EACCES                   /cache
           hint: set XDG_CACHE_HOME to a folder that can be written
    exit code 3"
  `);
});

test("this machine has what a build needs", { timeout: 30_000 }, async () => {
  const { findings, exitCode } = await runDoctor(machine(join(import.meta.dirname, "no", "such", "folder")));
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(exitCode).toBe(0);
  expect(findings.filter(({ what }) => what === "fonts")).toHaveLength(8);
  expect(findings.find(({ what }) => what === "Node")?.value).toBe(process.versions.node);
});

test("a browser named by mistake and an output below a file are found on the real machine", async () => {
  const host = { ...thisHost(), variables: { WHITEPAPER_BROWSER: "/nowhere/chromium" } };
  const { findings, exitCode } = await runDoctor(machine(join(import.meta.filename, "output"), host));
  expect(exitCode).toBe(3);
  expect(findings.filter(({ ok }) => !ok)).toMatchObject([
    { what: "browser", value: expect.stringContaining("WHITEPAPER_BROWSER names /nowhere/chromium") },
    { what: "browser tried", from: "environment: /nowhere/chromium", value: "no such file" },
    { what: "output folder", value: expect.stringMatching(/doctor\.test\.ts is not a folder$/) },
  ]);
});
