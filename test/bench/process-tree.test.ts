import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { parsePss, parseStat, processTree, proportionalMemory } from "./process-tree.ts";

test("a process's name may hold brackets and spaces", () => {
  const fields = Array.from({ length: 20 }, (_, index) => index + 3);
  expect(parseStat(`17 (a) b (c)) S 4 ${fields.join(" ")}`)).toEqual({ parent: 4, ticks: 12 + 13 });
});

test("PSS is read in bytes, and not the RSS above it or the parts below", () => {
  expect(parsePss("Rss:  900 kB\nPss:  235 kB\nPss_Anon:  80 kB\n")).toBe(235 * 1024);
});

test.runIf(process.platform === "linux")("children and their children belong to the tree", async () => {
  const child = spawn("sh", ["-c", "sleep 30 & echo $!; wait"], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const tree = processTree(child.pid ?? 0);
    expect(tree.members()).toEqual([child.pid, Number(String(line))].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(proportionalMemory(tree)).toBeGreaterThan(10_000);
    process.kill(Number(String(line)));
  } finally {
    child.kill();
  }
});
