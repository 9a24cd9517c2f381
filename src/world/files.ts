import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { compare } from "../model/diagnostic.ts";

/** What a stage may ask of a folder of content. */
export interface Folder {
  /** Paths of all regular files below a sub-folder, relative to this folder, sorted; none if there is no such sub-folder. */
  list(subfolder: string): Promise<string[]>;
  /** The bytes of one file. */
  read(path: string): Promise<Uint8Array>;
}

/** A folder on the real disk. Symbolic links are not followed out of it: they are not listed. */
export function folderOnDisk(root: string): Folder {
  return {
    list: (subfolder) => listFiles(root, subfolder),
    read: (path) => readFile(join(root, path)),
  };
}

async function listFiles(root: string, subfolder: string): Promise<string[]> {
  const entries = await readdir(join(root, subfolder), { recursive: true, withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return [];
      throw cause;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort(compare);
}
