import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** An output folder on the real disk. */
export function outputOnDisk(root: string) {
  return {
    write: (path: string, bytes: Uint8Array) => writeAtomically(join(root, path), bytes),
    read: (path: string) => readFile(join(root, path)).catch(nullIfAbsent),
    remove: (path: string) => rm(join(root, path), { force: true }),
  };
}

/** Writes beside the target, flushes, then renames: a reader sees the old file or the new one, whole. */
async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}

function nullIfAbsent(cause: NodeJS.ErrnoException): null {
  if (cause.code === "ENOENT") return null;
  throw cause;
}
