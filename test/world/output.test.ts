import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryName } from "../../src/world/abandoned.ts";
import { folderOnDisk } from "../../src/world/files.ts";
import { outputOnDisk } from "../../src/world/output.ts";

const root = await mkdtemp(join(tmpdir(), "whitepaper-test-"));
afterAll(() => rm(root, { recursive: true }));

test("a file is written into folders that were not there, and read back", async () => {
  const output = outputOnDisk(join(root, "new"));
  expect(await output.read("a/b.pdf")).toBeNull();
  await output.write("a/b.pdf", new Uint8Array([1, 2]));
  await output.write("a/b.pdf", new Uint8Array([3]));
  expect([...((await output.read("a/b.pdf")) ?? [])]).toEqual([3]);
  expect(await readdir(join(root, "new/a"))).toEqual(["b.pdf"]);
});

test("who is reading the old file reads it to its end while a new one takes its place", async () => {
  const output = outputOnDisk(join(root, "read"));
  await output.write("a.pdf", new Uint8Array([1, 2, 3]));
  const reader = await open(join(root, "read/a.pdf"));
  await output.write("a.pdf", new Uint8Array([9]));
  expect([...(await reader.readFile())]).toEqual([1, 2, 3]);
  await reader.close();
});

test("a write that fails leaves what was there, and nothing half written beside it", async () => {
  await mkdir(join(root, "full/b.pdf"), { recursive: true });
  await writeFile(join(root, "full/b.pdf/keep"), "x");
  await expect(outputOnDisk(join(root, "full")).write("b.pdf", new Uint8Array([1]))).rejects.toThrow();
  expect(await readdir(join(root, "full"))).toEqual(["b.pdf"]);
  expect(await readFile(join(root, "full/b.pdf/keep"), "utf8")).toBe("x");
});

test("an output folder that is a file is trouble, not an empty folder", async () => {
  await writeFile(join(root, "file"), "x");
  await expect(outputOnDisk(join(root, "file")).read("a")).rejects.toMatchObject({
    code: "ENOTDIR",
    message: `${join(root, "file")} is a file, where a folder is needed`,
  });
});

test("a folder's files are listed sorted, without hidden ones and other sub-folders", async () => {
  const folder = join(root, "content");
  for (const name of ["data/b.csv", "data/a/c.csv", "data/.lock", "other/x.csv"]) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), "");
  }
  const content = folderOnDisk(folder);
  expect(await content.list("data")).toEqual(["data/a/c.csv", "data/b.csv"]);
  expect(await content.list("none")).toEqual([]);
  expect(await content.list("data/b.csv")).toEqual([]);
});

test("a folder that can hold none is told, and nobody waits for it", async () => {
  await expect(outputOnDisk("/proc/whitepaper/output").write("a/b", new Uint8Array())).rejects.toMatchObject({
    name: "SystemTrouble",
    code: "ENOENT",
  });
});

test("what a killed process has left beside a file goes with the next write; what a running one writes stays", async () => {
  const folder = join(root, "shared");
  await mkdir(folder);
  const running = temporaryName(".");
  const killed = running.replace(`-${process.pid}-`, "-4194305-");
  const elsewhere = killed.replace(/^\.\d+/, ".1");
  for (const name of [running, killed, elsewhere, ".own.tmp"]) await writeFile(join(folder, name), "x");
  await outputOnDisk(root).write("shared/a", new Uint8Array());
  expect((await readdir(folder)).sort()).toEqual([running, elsewhere, ".own.tmp", "a"].sort());
});
