import { open } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Face } from "../model/faces.ts";

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
