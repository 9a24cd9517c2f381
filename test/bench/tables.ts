import type { EditionPoint } from "./growth/edition-points.ts";
import type { LengthPoint } from "./growth/length-points.ts";
import type { Found } from "./record.ts";
import type { Result } from "./results.ts";
import type { Summary } from "./statistics.ts";

const MIB = 2 ** 20;

/** What a benchmark found, as lines for a terminal. */
export function foundTables({ results, lengths, editions }: Found): string[] {
  return [
    ...contenderTable(results),
    ...stageTable(results),
    ...(lengths.length > 0 ? lengthTable(lengths) : []),
    ...(editions.length > 0 ? editionTable(editions) : []),
  ];
}

function contenderTable(results: readonly Result[]): string[] {
  const rows = results.map(({ name, about, seconds, ratio, memory }) => {
    const held = memory ? `${(memory.bytes.median / MIB).toFixed(0).padStart(5)}${spread(memory.ratio)}` : "";
    return `${name.padEnd(9)}${spread(seconds)}${spread(ratio)}${held.padEnd(25)}${about}`;
  });
  return [
    "         seconds             × floor             MiB    × floor         median (least–most); memory: PSS of the process tree",
    ...rows,
  ];
}

function spread({ median, least, most }: Summary): string {
  return `${median.toFixed(2).padStart(6)} (${least.toFixed(2)}–${most.toFixed(2)})`.padEnd(20);
}

function stageTable(results: readonly Result[]): string[] {
  const staged = results.filter(({ stages }) => Object.keys(stages).length > 1);
  const names = [...new Set(staged.flatMap(({ stages }) => Object.keys(stages)))];
  if (staged.length === 0) return [];
  return [
    "",
    `ms, all editions ${names.map((name) => name.padStart(10)).join("")}`,
    ...staged.map(
      ({ name, stages }) =>
        `${name.padEnd(17)}${names.map((stage) => (stages[stage]?.toFixed(0) ?? "–").padStart(10)).join("")}`,
    ),
  ];
}

function lengthTable(points: readonly LengthPoint[]): string[] {
  return [
    "",
    "length  pages   seconds   ms a page   × 1×   MiB   (PSS of the process tree)",
    ...points.map(
      ({ times, pages, seconds, perPage, memory }) =>
        `${`${times}×`.padStart(6)}${String(pages).padStart(7)}${seconds.toFixed(1).padStart(10)}${((seconds / pages) * 1000).toFixed(1).padStart(12)}${perPage.toFixed(2).padStart(7)}${(memory / MIB).toFixed(0).padStart(6)}`,
    ),
  ];
}

function editionTable(points: readonly EditionPoint[]): string[] {
  const mib = (bytes: number) => (bytes / MIB).toFixed(0).padStart(7);
  return [
    "",
    "editions  seconds   s an edition   × one warm   peak MiB: first, middle, last third   heap MiB",
    ...points.map(
      ({ editions, seconds, perEdition, peaks, heaps }) =>
        `${String(editions).padStart(8)}${seconds.toFixed(1).padStart(9)}${(seconds / editions).toFixed(2).padStart(15)}${perEdition.toFixed(2).padStart(13)}   ${peaks.map(mib).join("")}               ${heaps.map(mib).join("")}`,
    ),
  ];
}
