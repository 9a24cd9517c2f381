import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../faults/random.ts";

type Spoiler = (path: string, random: Random) => void;

const SPOILERS: Readonly<Record<string, Spoiler>> = {
  "bytes changed": (path, random) => {
    const bytes = readFileSync(path);
    for (let count = 0; count < 5; count++)
      bytes[random.below(Math.max(1, bytes.length))] = random.below(256);
    writeFileSync(path, bytes);
  },
  "cut short": (path, random) => {
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, random.below(bytes.length + 1)));
  },
  emptied: (path) => writeFileSync(path, ""),
  "of another version": (path) => writeFileSync(path, `v0 ${readFileSync(path, "hex")}`),
  "a folder in place of a file": (path) => {
    rmSync(path);
    mkdirSync(path);
  },
};

/** Spoils two files of three in a cache, all in one way that chance chooses; says which. */
export function spoil(cache: string, random: Random): string {
  const files = readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const [how, spoiler] = random.pick(Object.entries(SPOILERS)) ?? ["", () => undefined];
  for (const path of files.filter(() => random.below(3) > 0)) spoiler(path, random);
  return how;
}
