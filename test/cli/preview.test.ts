import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LIBRARIES } from "../support/report.ts";

const CHECKOUT = join(import.meta.dirname, "../..");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whitepaper-preview-cli-"));
  await cp(LIBRARIES, join(folder, "report"), { recursive: true });
  await mkdir(join(folder, "temp"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly talk: () => string;
}

/** Starts the program as a person does, and waits for the address. */
async function start(words: readonly string[] = []): Promise<Started> {
  const env = { ...process.env, TMPDIR: join(folder, "temp") };
  const root = ["--root", join(folder, "report")];
  const child = spawn(process.execPath, ["bin/whitepaper.mjs", "preview", ...root, ...words], {
    cwd: CHECKOUT,
    env,
  });
  let [out, talk] = ["", ""];
  child.stderr.on("data", (part) => {
    talk += String(part);
  });
  const address = await new Promise<string>((resolve) => {
    child.stdout.on("data", (part) => {
      out += String(part);
      if (out.includes("\n")) resolve(out.trim());
    });
    child.on("exit", () => resolve(""));
  });
  return { child, address, talk: () => talk };
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on("exit", (code) => resolve(code)));

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends server, browser and temporary folders soon",
  async (signal) => {
    const { child, address, talk } = await start(["--lang", "en"]);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
    // Somebody looks at a page, so that a browser is started in the background.
    const line = await fetch(`${address}events?show=en`);
    const reading = line.body?.getReader();
    await reading?.read();
    while ((await readdir(join(folder, "temp"))).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const begun = performance.now();
    const exit = exitOf(child);
    child.kill(signal);
    expect(await exit).toBe(0);
    // Two seconds are promised; a machine that runs all tests at once may need twice as many.
    expect(performance.now() - begun).toBeLessThan(4_000);
    expect(await readdir(join(folder, "temp"))).toEqual([]);
    await expect(fetch(address)).rejects.toThrow();
    // The secret stands in the result, which the user asked for, and nowhere else.
    expect(talk()).not.toContain(new URL(address).pathname.replaceAll("/", ""));
  },
);

test("a wrong port is wrong usage; one in use is told, and how to go on", async () => {
  const wrong = await start(["--port", "99999"]);
  expect(wrong.address).toBe("");
  expect(wrong.talk()).toContain("--port: expected a number from 1 to 65535");
  const first = await start();
  const second = await start(["--port", new URL(first.address).port]);
  expect(second.address).toBe("");
  expect(second.talk()).toMatch(/the port \d+ is in use[\s\S]*leave --port out/);
  const exit = exitOf(first.child);
  first.child.kill("SIGTERM");
  expect(await exit).toBe(0);
});
