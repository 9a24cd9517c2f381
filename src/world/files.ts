import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compare } from "../model/diagnostic.ts";

/** What a stage may ask of a folder of content. */
export interface Folder {
  /** Paths of all files below a sub-folder, relative to this folder, sorted; none if there is no such sub-folder. */
  list(subfolder: string): Promise<string[]>;
  /** The bytes of one file. Throws what the system says, as for a file that is not inside the folder. */
  read(path: string): Promise<Uint8Array>;
}

/**
 * A folder on the real disk. A symbolic link is read where it leads to a file inside the folder, and refused where it leads out. A report's files are
 * small and many: each is read at once, in a tenth of the time that Node's threads take to be asked.
 */
export function folderOnDisk(root: string): Folder {
  return {
    list: async (subfolder) => listFiles(root, subfolder),
    read: async (path) => readFileSync(inside(root, path)),
  };
}

function listFiles(root: string, subfolder: string): string[] {
  return filesBelow(join(root, subfolder))
    .map((path) => relative(root, path).split(sep).join("/"))
    .sort(compare);
}

/** Paths of all files below a folder. Links to folders are not gone into: Node's own recursive listing does, when it is not asked to wait. */
function filesBelow(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    if (entry.name.startsWith(".")) return [];
    return entry.isFile() || (entry.isSymbolicLink() && leadsToFile(path)) ? [path] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw cause;
  }
}

function leadsToFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The real path of a file, which must lie in the folder. */
function inside(root: string, path: string): string {
  const [folder, file] = [realpathSync.native(root), realpathSync.native(join(root, path))];
  if (file.startsWith(folder + (folder.endsWith(sep) ? "" : sep))) return file;
  throw Object.assign(new Error("it lies outside of the report’s folder, where a symbolic link leads"), {
    code: "EXDEV",
  });
}
