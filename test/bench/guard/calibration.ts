import { gzipSync } from "node:zlib";

const ROWS = 20_000;

/** Fixed work of the kind that stages do: JSON, maps, strings, regular expressions, compression. What it takes is the unit of time of this machine, now. */
export function calibrate(clock: () => number): number {
  const start = clock();
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    id: `row${index % 997}`,
    value: index * 1.5,
    text: `第 ${index} 項 value ${index}`,
  }));
  const read = JSON.parse(JSON.stringify(rows)) as typeof rows;
  const sums = new Map<string, number>();
  for (const { id, value } of read) sums.set(id, (sums.get(id) ?? 0) + value);
  const text = read.map((row) => row.text.replace(/\d+/g, (digits) => `<b>${digits}</b>`)).join("\n");
  const packed = gzipSync(text);
  const taken = clock() - start;
  if (sums.size !== 997 || packed.length === 0)
    throw new Error("the calibration did other work than it should");
  return taken;
}
