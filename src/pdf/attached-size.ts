import { arrayAt, asDict, catalogOf, dictAt, resolve } from "./objects/access.ts";
import type { PdfFile } from "./objects/file.ts";
import { isStream } from "./objects/values.ts";

/** How many bytes of a PDF are the data of its associated files, compressed as they are. */
export function attachedSize(file: PdfFile): number {
  let size = 0;
  for (const value of arrayAt(file, catalogOf(file), "AF")) {
    const specification = asDict(resolve(file, value));
    const embedded = specification && dictAt(file, specification, "EF");
    const stream = resolve(file, embedded?.get("F"));
    if (isStream(stream)) size += stream.data.length;
  }
  return size;
}
