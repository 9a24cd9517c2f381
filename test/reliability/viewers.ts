import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildOnce } from "./build-process.ts";
import { type FaultResult, type FaultWorld, inPlaces, wrongAfter } from "./faults.ts";

/** Long enough that it is not read at once. */
const OLD = Buffer.alloc(3_000_000, "%PDF-1.7 of an older edition\n");

/** Holds every PDF of an older build open, half read, as a viewer does, while a build puts new ones in their place. */
export async function openInViewer({ expected, times }: FaultWorld): Promise<FaultResult> {
  const wrong: string[] = [];
  const paths = Object.keys(expected).filter((path) => path.endsWith(".pdf"));
  for (let time = 0; time < times; time++)
    await inPlaces(async (places) => {
      mkdirSync(join(places.output, "2030"), { recursive: true });
      for (const path of paths) writeFileSync(join(places.output, path), OLD);
      const viewers = paths.map((path) => openSync(join(places.output, path), "r"));
      const half = viewers.map((viewer) => read(viewer, 0, OLD.length / 2));
      wrong.push(...wrongAfter(places, await buildOnce(places), expected));
      viewers.forEach((viewer, index) => {
        const rest = read(viewer, OLD.length / 2, fstatSync(viewer).size - OLD.length / 2);
        if (!Buffer.concat([half[index] ?? Buffer.alloc(0), rest]).equals(OLD))
          wrong.push(`the reader of ${paths[index]} saw something of the new one`);
        closeSync(viewer);
      });
    });
  return {
    fault: "PDFs open in a viewer, half read, while a build replaces them",
    tried: times * paths.length,
    wrong,
    remark: "",
  };
}

function read(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, length));
  return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
}
