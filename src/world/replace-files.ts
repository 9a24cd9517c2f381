import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Replacement } from "../commands/import.ts";

/**
 * Replaces files below a folder, all of them or none: each is written beside its place first, then all are renamed; should that fail half
 * way, the earlier ones are put back. Gives the path of a file that is no longer as it was, and then touches nothing; else null.
 */
export function replaceFilesOnDisk(root: string) {
  return async (files: readonly Replacement[]): Promise<string | null> => {
    for (const { path, was } of files) if (!(await isStill(join(root, path), was))) return path;
    const staged: Staged[] = files.map(({ path, was, is }) => {
      const target = join(root, path);
      return { target, was, is, temporary: join(dirname(target), `.${randomUUID()}.tmp`) };
    });
    try {
      for (const { target, temporary, is } of staged) await writeBeside(target, temporary, is);
      await placeAll(staged);
    } finally {
      for (const { temporary } of staged) await rm(temporary, { force: true });
    }
    return null;
  };
}

interface Staged {
  readonly target: string;
  readonly temporary: string;
  readonly was: Uint8Array;
  readonly is: Uint8Array;
}

async function isStill(path: string, was: Uint8Array): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && Buffer.compare(bytes, was) === 0;
}

async function placeAll(staged: readonly Staged[]): Promise<void> {
  let placed = 0;
  try {
    for (const { temporary, target } of staged) {
      await rename(temporary, target);
      placed++;
    }
  } catch (cause) {
    for (const { target, temporary, was } of staged.slice(0, placed)) {
      await writeBeside(target, temporary, was);
      await rename(temporary, target);
    }
    throw cause;
  }
}

/** Writes and flushes, with the rights of the file whose place it will take. */
async function writeBeside(path: string, temporary: string, bytes: Uint8Array): Promise<void> {
  const { mode } = await stat(path);
  const file = await open(temporary, "wx", mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
