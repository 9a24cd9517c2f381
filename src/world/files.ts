import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { compare } from "../model/diagnostic.ts";

/** What a stage may ask of a folder of content. */
export interface Folder {
  /** Paths of all files below a sub-folder, relative to this folder, sorted; none if there is no such sub-folder. */
  list(subfolder: string): Promise<string[]>;
  /** The bytes of one file. Throws what the system says, as for a file that is not inside the folder. */
  read(path: string): Promise<Uint8Array>;
}

/** A folder on the real disk. A symbolic link is read where it leads to a file inside the folder, and refused where it leads out. */
export function folderOnDisk(root: string): Folder {
  return {
    list: (subfolder) => listFiles(root, subfolder),
    read: async (path) => readFile(await inside(root, path)),
  };
}

async function listFiles(root: string, subfolder: string): Promise<string[]> {
  const entries = await readdir(join(root, subfolder), { recursive: true, withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return [];
      throw cause;
    },
  );
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  const files = await Promise.all(
    visible.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path))) ? [path] : [];
    }),
  );
  return files
    .flat()
    .map((path) => relative(root, path).split(sep).join("/"))
    .sort(compare);
}

function leadsToFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false,
  );
}

/** The real path of a file, which must lie in the folder. */
async function inside(root: string, path: string): Promise<string> {
  const [folder, file] = await Promise.all([realpath(root), realpath(join(root, path))]);
  if (file.startsWith(folder + (folder.endsWith(sep) ? "" : sep))) return file;
  throw Object.assign(new Error("it lies outside of the report’s folder, where a symbolic link leads"), {
    code: "EXDEV",
  });
}
