import { mkdirSync, rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFilesOnDisk } from "../../src/world/replace-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

async function folder(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "replace-"));
  await writeFile(join(root, "a.csv"), "a");
  await writeFile(join(root, "b.csv"), "b");
  return root;
}

const texts = async (root: string) =>
  Promise.all(["a.csv", "b.csv"].map((name) => readFile(join(root, name), "utf8")));

test("all files are replaced, with their rights, and nothing is left beside them", async () => {
  const root = await folder();
  await chmod(join(root, "a.csv"), 0o640);
  const done = await replaceFilesOnDisk(root)([
    { path: "a.csv", was: bytes("a"), is: bytes("A") },
    { path: "b.csv", was: bytes("b"), is: bytes("B") },
  ]);
  expect([done, await texts(root), await readdir(root)]).toEqual([null, ["A", "B"], ["a.csv", "b.csv"]]);
  expect((await stat(join(root, "a.csv"))).mode & 0o777).toBe(0o640);
});

test("a file that has changed meanwhile stops all of them", async () => {
  const root = await folder();
  const done = await replaceFilesOnDisk(root)([
    { path: "a.csv", was: bytes("a"), is: bytes("A") },
    { path: "b.csv", was: bytes("other"), is: bytes("B") },
  ]);
  expect([done, await texts(root)]).toEqual(["b.csv", ["a", "b"]]);
});

test("a folder in a file's place stops all of them", async () => {
  const root = await folder();
  await mkdir(join(root, "c.csv"));
  const done = await replaceFilesOnDisk(root)([
    { path: "a.csv", was: bytes("a"), is: bytes("A") },
    { path: "c.csv", was: bytes("c"), is: bytes("C") },
  ]);
  expect([done, await texts(root)]).toEqual(["c.csv", ["a", "b"]]);
});

test("when one cannot be put in place, those before it are put back", async () => {
  const root = await folder();
  let read = 0;
  const second = {
    path: "b.csv",
    was: bytes("b"),
    // Read once to be written beside its place: by then all files have been looked at, and the place is taken away.
    get is() {
      if (read++ === 0) {
        rmSync(join(root, "b.csv"));
        mkdirSync(join(root, "b.csv/in-the-way"), { recursive: true });
      }
      return bytes("B");
    },
  };
  const replaced = replaceFilesOnDisk(root)([{ path: "a.csv", was: bytes("a"), is: bytes("A") }, second]);
  await expect(replaced).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(await readFile(join(root, "a.csv"), "utf8")).toBe("a");
  expect((await readdir(root)).sort()).toEqual(["a.csv", "b.csv"]);
});
