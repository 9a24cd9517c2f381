import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundledBrowser } from "../../../src/world/browser/bundled.ts";
import type { Try } from "../../../src/world/browser/found.ts";
import { type Host, thisHost } from "../../../src/world/browser/host.ts";

const CHILD = join(import.meta.dirname, "unpack-child.ts");

let home: string;
let cache: string;
// A folder for each test, and for each time that it is tried: none finds what another has unpacked.
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "whitepaper-test-"));
  cache = join(home, "whitepaper-publisher");
});
afterEach(() => rm(home, { recursive: true, force: true }));

const child = (): ChildProcess =>
  spawn(process.execPath, [CHILD], {
    env: { XDG_CACHE_HOME: home, TMPDIR: home },
    stdio: ["ignore", "pipe", "inherit"],
  });

async function said(process: ChildProcess): Promise<Try[]> {
  let text = "";
  process.stdout?.on("data", (piece: Buffer) => {
    text += piece.toString();
  });
  await new Promise((resolve) => process.once("close", resolve));
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Try => JSON.parse(line));
}

/** What is tried until one can be used; `failing` of those that can do not start. */
async function all(host: Host, failing = 0): Promise<Try[]> {
  const tries: Try[] = [];
  for await (const attempt of bundledBrowser(host)) {
    tries.push(attempt);
    if (attempt.ok && failing-- === 0) break;
  }
  return tries;
}

/** On a bare machine the browser lacks libraries at the first try and gets the bundled ones at the next: that is no failure. */
const needed = (tries: readonly Try[]): Try[] =>
  tries.filter((attempt) => attempt.ok || !attempt.reason.includes("error while loading shared libraries"));

/** Waits until a process has begun to unpack. */
async function begun(): Promise<void> {
  while (!(await readdir(cache).catch(() => [])).some(unfinished))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

const unfinished = (name: string): boolean => name.includes(".unpacking-");

const host = (changes: Partial<Host> = {}): Host => ({
  ...thisHost(),
  variables: { XDG_CACHE_HOME: home },
  temp: home,
  ...changes,
});

test("two processes that unpack at once, one of them killed first, all end with the same whole browser", {
  timeout: 60_000,
}, async () => {
  const killed = child();
  await begun();
  await new Promise((resolve) => setTimeout(resolve, 300));
  killed.kill("SIGKILL");
  await said(killed);
  expect(await readdir(cache)).toEqual([expect.stringContaining(".unpacking-")]);

  const [first, second] = await Promise.all([said(child()), said(child())]);
  expect(needed(first)).toMatchObject([
    { ok: true, place: "bundled", version: expect.stringContaining("Chromium") },
  ]);
  expect(second).toEqual(first);
  const names = await readdir(cache);
  // What a killed process left is known by its number, whatever the clock says.
  expect(names.filter(unfinished)).toEqual([]);

  const program = first.at(-1)?.path ?? "";
  const { size } = await stat(program);
  await truncate(program, 1_000_000);
  expect(needed(await all(host()))).toMatchObject([{ ok: true, path: program }]);
  expect((await stat(program)).size).toBe(size);
  expect(await readdir(cache)).toEqual(names);
});

test("what the browser answered is remembered, until it does not start or is another file", {
  timeout: 60_000,
}, async () => {
  const asked = (await all(host())).at(-1);
  if (!asked?.ok) throw new Error("there is no browser");
  const memory = join(dirname(asked.path), "answered.json");
  const remembered = await readFile(memory, "utf8");
  const other = () => writeFile(memory, remembered.replace(asked.version, "Chromium 1.0"));
  await other();
  expect(await all(host())).toEqual([{ ...asked, version: "Chromium 1.0" }]);
  expect(needed(await all(host(), 1))).toEqual([{ ...asked, version: "Chromium 1.0" }, asked]);
  expect(await readFile(memory, "utf8")).toBe(remembered);

  await other();
  await utimes(asked.path, 0, 0);
  expect(needed(await all(host()))).toEqual([asked]);
  await writeFile(memory, "{");
  expect(needed(await all(host()))).toEqual([asked]);
});

test("a clock that jumps takes no folder away under a process that unpacks", {
  timeout: 60_000,
}, async () => {
  const slow = child();
  await begun();
  for (const name of (await readdir(cache)).filter(unfinished)) await utimes(join(cache, name), 0, 0);
  const [first, second] = await Promise.all([said(slow), said(child())]);
  expect(first.at(-1)).toMatchObject({ ok: true, place: "bundled" });
  expect(second.at(-1)).toEqual(first.at(-1));
});

test("a home that cannot be written is told, and the folder for temporary files is used", {
  timeout: 15_000,
}, async () => {
  const tries = needed(await all(host({ variables: { XDG_CACHE_HOME: CHILD } })));
  expect(tries).toMatchObject([
    {
      ok: false,
      reason: expect.stringMatching(/^cache folder \S+unpack-child\.ts\/whitepaper-publisher: ENOTDIR/),
    },
    { ok: true, path: expect.stringContaining(join(home, `whitepaper-publisher-${process.getuid?.()}`)) },
  ]);
});

test("a temporary folder that another user has made is not trusted", async () => {
  const user = (process.getuid?.() ?? 0) + 1;
  const tries = await all(host({ variables: { XDG_CACHE_HOME: CHILD }, user }));
  expect(tries.map((attempt) => (attempt.ok ? "" : attempt.reason))).toEqual([
    expect.stringContaining("ENOTDIR"),
    expect.stringMatching(/belongs to another user$/),
  ]);
});

test("on another kind of machine the bundled browser is not tried", async () => {
  expect(await all(host({ arch: "arm64" }))).toEqual([
    { ok: false, place: "bundled", reason: "it runs on linux x64, this is linux arm64" },
  ]);
});
