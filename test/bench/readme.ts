import { readFile, writeFile } from "node:fs/promises";
import type { Found } from "./record.ts";
import type { Result } from "./results.ts";

const START = "<!-- bench: npm run bench -- --readme -->";
const END = "<!-- /bench -->";

/** Puts the table between the marks of a README. Throws where they are missing. */
export async function renewReadme(path: string, found: Found): Promise<void> {
  await writeFile(path, withTable(await readFile(path, "utf8"), readmeTable(found)));
}

/** A text with what stands between the marks replaced. Throws where they are missing. */
export function withTable(text: string, table: readonly string[]): string {
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README has no place for the table: ${START} … ${END}`);
  return `${text.slice(0, start + START.length)}\n${table.join("\n")}\n${text.slice(end)}`;
}

/** The measured table as Markdown. */
export function readmeTable({ machine, rounds, pages, results, lengths, editions }: Found): string[] {
  const [floor] = results;
  if (!floor) return [];
  const memory = floor.memory ? `, ${(floor.memory.bytes.median / 2 ** 20).toFixed(0)} MiB` : "";
  return [
    `Four editions, ${pages} pages, as multiples of what raw Puppeteer takes to print the same HTML (${floor.seconds.median.toFixed(1)} s${memory}); medians of`,
    `${rounds} rounds, least–most in brackets; ${machine.cpu}, ${machine.cores} cores, ${machine.system}, load ${machine.load}.`,
    "",
    "| whole process | time | memory |",
    "|---|---|---|",
    ...results.slice(1).map(row),
    ...growthRows({ lengths, editions }),
  ];
}

function row({ about, ratio, memory }: Result): string {
  const { median, least, most } = ratio;
  const time = `× ${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
  return `| ${about} | ${time} | ${memory ? `× ${memory.ratio.median.toFixed(2)}` : "–"} |`;
}

function growthRows({ lengths, editions }: Pick<Found, "lengths" | "editions">): string[] {
  const [first, longest, most] = [lengths[0], lengths.at(-1), editions.at(-1)];
  return [
    ...(first && longest && longest !== first
      ? [
          `| a page of the paper at ${longest.times} times its length (${longest.pages} pages), to one of the paper itself | × ${longest.perPage.toFixed(2)} | × ${(longest.memory / first.memory).toFixed(2)} |`,
        ]
      : []),
    ...(most && most.editions > 1
      ? [
          `| an edition of ${most.editions} small ones in one process, to a single one; memory: last third to first | × ${most.perEdition.toFixed(2)} | × ${((most.peaks[2] ?? 0) / (most.peaks[0] ?? 0)).toFixed(2)} |`,
        ]
      : []),
  ];
}
