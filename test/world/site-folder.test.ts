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

test("a folder is replaced as a whole: what is new is there, what is kept stays, all else is gone", async () => {
  const site = siteOnDisk(root);
  await site.replace("2030/web", {
    files: files({ "en/a.html": "1", "ja/a.html": "1", "old.html": "1" }),
    keep: [],
  });
  await site.replace("2030/web", { files: files({ "en/b/c.html": "2" }), keep: ["ja"] });
  expect(await site.list("2030/web")).toEqual(["en/b/c.html", "ja/a.html"]);
  expect(await readFile(join(root, "2030/web/ja/a.html"), "utf8")).toBe("1");
  expect(await readdir(join(root, "2030"))).toEqual(["web"]);
});

test("when writing fails, the old folder stays and nothing is left beside it", async () => {
  const site = siteOnDisk(root);
  await site.replace("web", { files: files({ "a.html": "1" }), keep: [] });
  const broken = new Map([["b.html", null as unknown as string]]);
  await expect(site.replace("web", { files: broken, keep: [] })).rejects.toThrow();
  expect(await site.list("web")).toEqual(["a.html"]);
  expect(await readdir(root)).toEqual(["web"]);
});

test("many at once leave one whole folder", async () => {
  const site = siteOnDisk(root);
  const builds = Array.from({ length: 4 }, (_, n) =>
    site.replace("web", { files: files({ "a.html": String(n), "b.html": String(n) }), keep: [] }),
  );
  await Promise.allSettled(builds);
  const [a, b] = await Promise.all(
    ["a", "b"].map((name) => readFile(join(root, `web/${name}.html`), "utf8")),
  );
  expect(a).toBe(b);
  expect(await readdir(root)).toEqual(["web"]);
});
