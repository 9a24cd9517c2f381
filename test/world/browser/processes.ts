import { execFileSync } from "node:child_process";

/** Numbers of the browsers that this process has started: the first processes of their groups. */
export function browsers(): number[] {
  const lines = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], { encoding: "utf8" });
  return lines
    .split("\n")
    .filter((line) => line.includes("--headless"))
    .map((line) => Number.parseInt(line, 10));
}
