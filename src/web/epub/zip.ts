import { type Zippable, zipSync } from "fflate";

/** A file of an archive. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The first moment that the format knows: what is archived has no times of its own. */
const NO_TIME = new Date(1980, 0, 1);

/** A ZIP archive of files in their order, the first of them as it is: EPUB wants its `mimetype` so. The same files give the same bytes. */
export function zipFiles(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = {};
  for (const [index, { path, bytes }] of entries.entries())
    files[path] = [bytes, { level: index === 0 ? 0 : 9 }];
  return zipSync(files, { mtime: NO_TIME });
}
