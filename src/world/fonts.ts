import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Face } from "../model/faces.ts";
import type { FontFile } from "../model/font-file.ts";
import { placeOf, type ReadTable } from "../model/truetype.ts";

import { fontTrouble } from "./trouble.ts";

const require = createRequire(import.meta.url);

/** The file of a face inside its npm package. Throws when the package is not installed. */
export function fontPath({ package: name, file }: Face): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

/** The bytes of a face's font file, read in one go: Node's `readFile` asks for a CJK font's 8 MB in sixteen pieces. */
export async function readFont(face: Face): Promise<Uint8Array> {
  await using file = await open(fontPath(face));
  const { size } = await file.stat();
  const bytes = Buffer.allocUnsafeSlow(size);
  const { bytesRead } = await file.read(bytes, 0, size, 0);
  return bytes.subarray(0, bytesRead);
}

/** A face's font file, to be read where its bytes are needed. Throws when there is none. */
export function fontFile(face: Face): FontFile {
  const path = fontPath(face);
  const length = withFile(path, (file) => fstatSync(file).size);
  return { path, length, readInto: (room) => withFile(path, (file) => readAt(file, room, 0)) };
}

/** Reads the tables of a face's font one by one: to measure with, a CJK font's 15 MB need not be read. Throws when there is no such file or table. */
export function fontTables(face: Face): ReadTable {
  const path = fontPath(face);
  return (tag) =>
    withFile(path, (file) => {
      const { offset, length } = placeOf(readAt(file, new Uint8Array(BEGINNING), 0), tag);
      return readAt(file, new Uint8Array(length), offset);
    });
}

/** Bytes at the beginning of a font in which the list of its tables is: fonts have a few dozen, sixteen bytes each. */
const BEGINNING = 2048;

function withFile<T>(path: string, read: (file: number) => T): T {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    return read(file);
  } catch (cause) {
    throw fontTrouble(path, "cannot be read", cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Fills room from a place in a file. Throws where the file ends before. */
function readAt(file: number, room: Uint8Array, from: number): Uint8Array {
  for (let at = 0; at < room.length; ) {
    const count = readSync(file, room, at, room.length - at, from + at);
    if (count === 0) throw new Error("the file ends too early");
    at += count;
  }
  return room;
}
