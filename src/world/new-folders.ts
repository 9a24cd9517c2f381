import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { removeAbandoned, temporaryName } from "./abandoned.ts";

/**
 * Puts new folders in place, each by one rename of a folder that was written beside it: all of them or none, the last one last. A folder
 * that is there already, with something in it, stops it.
 */
export function newFoldersOnDisk(root: string) {
  return async (folders: readonly string[], files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
    const mark = temporaryName(".");
    const placed: string[] = [];
    const temporary = (folder: string) => join(root, dirname(folder), mark + folder.replace(/^.*\//, ""));
    try {
      for (const folder of folders) await removeAbandoned(join(root, dirname(folder)), ".");
      for (const folder of folders) await writeFolder(temporary(folder), folder, files);
      for (const folder of folders) {
        await rename(temporary(folder), join(root, folder));
        placed.push(folder);
      }
    } catch (cause) {
      for (const folder of placed) await rm(join(root, folder), { recursive: true, force: true });
      for (const folder of folders) await rm(temporary(folder), { recursive: true, force: true });
      throw cause;
    }
  };
}

async function writeFolder(
  target: string,
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const [path, bytes] of files) {
    if (!path.startsWith(`${folder}/`)) continue;
    const file = join(target, path.slice(folder.length + 1));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes, { flush: true });
  }
}
