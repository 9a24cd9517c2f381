import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gather } from "../../src/gather/gather.ts";
import { folderOnDisk } from "../../src/world/files.ts";

let place: string;
let root: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "whitepaper-test-"));
  root = join(place, "report");
  await mkdir(join(root, "data/2030/tables"), { recursive: true });
  await mkdir(join(place, "secrets"));
  await writeFile(join(place, "secrets/secret.csv"), "secret\n");
  await writeFile(join(root, "data/2030/tables/own.csv"), "own\n");
  await symlink("own.csv", join(root, "data/2030/tables/again.csv"));
  await symlink(join(place, "secrets/secret.csv"), join(root, "data/2030/tables/secret.csv"));
  await symlink(join(place, "secrets"), join(root, "data/2030/tables/folder"));
  await symlink(join(place, "secrets"), join(root, "locales"));
  await symlink("nowhere", join(root, "data/2030/tables/nowhere.csv"));
});
afterAll(() => rm(place, { recursive: true, force: true }));

test("a link inside the folder is read, one that leads out is refused by the file's name", async () => {
  const folder = folderOnDisk(root);
  expect(await folder.list("data")).toEqual([
    "data/2030/tables/again.csv",
    "data/2030/tables/own.csv",
    "data/2030/tables/secret.csv",
  ]);
  expect(Buffer.from(await folder.read("data/2030/tables/again.csv")).toString()).toBe("own\n");
  await expect(folder.read("data/2030/tables/secret.csv")).rejects.toThrow("outside of the report");
  await expect(folder.read("../secrets/secret.csv")).rejects.toThrow("outside of the report");
});

test("what lies outside, or cannot be read, is told and is not in the sources", async () => {
  const engine = folderOnDisk(join(place, "none"));
  const { files, diagnostics } = await gather({ year: 2030, content: folderOnDisk(root), engine });
  expect([...files.values()].map(({ text }) => text).join()).not.toContain("secret");
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
    ["unreadable-file", "data/2030/tables/secret.csv"],
    ["unreadable-file", "locales/secret.csv"],
  ]);
  expect(diagnostics[0]?.hints).toEqual([expect.stringContaining("instead of the link")]);
});

test.skipIf(process.getuid?.() === 0)("a file without the right to be read is told", async () => {
  await chmod(join(root, "data/2030/tables/own.csv"), 0);
  const engine = folderOnDisk(join(place, "none"));
  const { diagnostics } = await gather({ year: 2030, content: folderOnDisk(root), engine });
  await chmod(join(root, "data/2030/tables/own.csv"), 0o644);
  expect(diagnostics.map(({ file }) => file)).toContain("data/2030/tables/own.csv");
});
