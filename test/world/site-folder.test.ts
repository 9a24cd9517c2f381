import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { siteOnDisk } from "../../src/world/site-folder.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "whitepaper-site-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const files = (entries: Record<string, string>) => new Map(Object.entries(entries));

interface Replacement {
  readonly files: ReadonlyMap<string, string>;
  readonly keep: readonly string[];
}

async function replace(path: string, { files, keep }: Replacement): Promise<void> {
  const draft = await siteOnDisk(root).begin(path);
  draft.add(files);
  await draft.deliver(keep);
}

test("a folder is replaced as a whole: what is new is there, what is kept stays, all else is gone", async () => {
  await replace("2030/web", {
    files: files({ "en/a.html": "1", "ja/a.html": "1", "old.html": "1" }),
    keep: [],
  });
  await replace("2030/web", { files: files({ "en/b/c.html": "2" }), keep: ["ja"] });
  expect(await siteOnDisk(root).list("2030/web")).toEqual(["en/b/c.html", "ja/a.html"]);
  expect(await readFile(join(root, "2030/web/ja/a.html"), "utf8")).toBe("1");
  expect(await readdir(join(root, "2030"))).toEqual(["web"]);
});

test("when writing fails, the old folder stays and nothing is left beside it", async () => {
  await replace("web", { files: files({ "a.html": "1" }), keep: [] });
  const broken = new Map([["b.html", null as unknown as string]]);
  await expect(replace("web", { files: broken, keep: [] })).rejects.toThrow();
  expect(await siteOnDisk(root).list("web")).toEqual(["a.html"]);
  expect(await readdir(root)).toEqual(["web"]);
});

test("what is put in by and by is there when it is delivered, and not before", async () => {
  const draft = await siteOnDisk(root).begin("web");
  draft.add(files({ "a.html": "1" }));
  draft.add(files({ "en/a.html": "1", "en/b.html": "2" }));
  expect(await siteOnDisk(root).list("web")).toEqual([]);
  await draft.deliver([]);
  expect(await siteOnDisk(root).list("web")).toEqual(["a.html", "en/a.html", "en/b.html"]);
});

test("what is discarded leaves the old folder and nothing beside it", async () => {
  await replace("web", { files: files({ "a.html": "1" }), keep: [] });
  const draft = await siteOnDisk(root).begin("web");
  draft.add(files({ "en/b.html": "2" }));
  await draft.discard();
  expect(await siteOnDisk(root).list("web")).toEqual(["a.html"]);
  expect(await readdir(root)).toEqual(["web"]);
});

test("many at once leave one whole folder", async () => {
  const builds = Array.from({ length: 4 }, (_, n) =>
    replace("web", { files: files({ "a.html": String(n), "b.html": String(n) }), keep: [] }),
  );
  await Promise.allSettled(builds);
  const [a, b] = await Promise.all(
    ["a", "b"].map((name) => readFile(join(root, `web/${name}.html`), "utf8")),
  );
  expect(a).toBe(b);
  expect(await readdir(root)).toEqual(["web"]);
});
