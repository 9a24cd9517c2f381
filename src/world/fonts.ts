import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Face } from "../model/faces.ts";

const require = createRequire(import.meta.url);

/** The file of a face inside its npm package. Throws when the package is not installed. */
export function fontPath({ package: name, file }: Face): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

/** The bytes of a face's font file. */
export function readFont(face: Face): Promise<Uint8Array> {
  return readFile(fontPath(face));
}
