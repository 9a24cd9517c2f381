import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unpackOnce } from "../../../src/world/browser/unpack.ts";

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "whitepaper-test-"));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

/** Unpacks one file into the cache, once `ready` says so. */
const unpacked = (text: string, ready: Promise<void> = Promise.resolve()): Promise<string> =>
  unpackOnce({
    cache,
    name: "thing",
    file: "program",
    write: async (into) => {
      await ready;
      await writeFile(join(into, "program"), text, { mode: 0o755 });
    },
  });

test("who comes second leaves the folder that is already in use", async () => {
  const late = Promise.withResolvers<void>();
  const second = unpacked("whole", late.promise);
  const folder = await unpacked("whole");
  const { ino } = await stat(folder);
  late.resolve();
  expect(await second).toBe(folder);
  expect((await stat(folder)).ino).toBe(ino);
  expect(await readdir(cache)).toEqual(["thing"]);
});

test("a folder that is not whole is replaced", async () => {
  const folder = await unpacked("whole");
  await truncate(join(folder, "program"), 2);
  expect(await unpacked("again")).toBe(folder);
  expect(await readFile(join(folder, "program"), "utf8")).toBe("again");
  expect(await readdir(cache)).toEqual(["thing"]);
});
