import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderOnDisk } from "../../../src/world/files.ts";
import type { Baseline } from "./judge.ts";

const FILE = join(import.meta.dirname, "../baseline.json");

/** The committed baseline. */
export async function readBaseline(): Promise<Baseline> {
  return JSON.parse(await readFile(FILE, "utf8")) as Baseline;
}

/** Replaces the committed baseline; amounts keep four digits, so that it changes only where something changed. */
export function writeBaseline(baseline: Baseline): Promise<void> {
  const short = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value;
  return writeFile(FILE, `${JSON.stringify(baseline, short, 2)}\n`);
}

/** One key for the report that is built. */
export async function contentKey(root: string, year: number): Promise<string> {
  const folder = folderOnDisk(root);
  const lists = await Promise.all([`data/${year}`, "locales", "templates"].map((part) => folder.list(part)));
  const hash = createHash("sha256");
  for (const path of lists.flat()) hash.update(path).update(await folder.read(path));
  return hash.digest("hex").slice(0, 16);
}
