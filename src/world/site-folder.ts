import { access, cp, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { removeAbandoned, temporaryName } from "./abandoned.ts";
import { beforeEnding, isEnding } from "./ending.ts";

/** A whole folder of files that is delivered at once. */
export interface SiteContent {
  /** Files by their paths in the folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Folders in it that stay as they are. */
  readonly keep: readonly string[];
}

/**
 * A folder that is replaced as a whole, on the real disk: the new one is written beside it, then the two change places. A reader sees the old
 * one or the new one; what is not part of the new one is gone.
 */
export function siteOnDisk(root: string) {
  return {
    list: (path: string) => listFiles(join(root, path)),
    replace: (path: string, content: SiteContent) => replaceFolder(join(root, path), content),
  };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(nullIfAbsent);
  const files = (entries ?? []).filter((entry) => !entry.isDirectory());
  return files
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

async function replaceFolder(target: string, { files, keep }: SiteContent): Promise<void> {
  // Nothing new is begun while all is being ended.
  if (isEnding()) await new Promise<never>(() => undefined);
  const folder = dirname(target);
  await removeAbandoned(folder, ".");
  const [fresh, old] = [join(folder, temporaryName(".")), join(folder, temporaryName("."))];
  const cleanUp = async () => {
    await rm(fresh, { recursive: true, force: true });
    if (!(await exists(target))) await rename(old, target).catch(() => undefined);
    await rm(old, { recursive: true, force: true });
  };
  const forget = beforeEnding(cleanUp);
  try {
    await writeFolder(fresh, target, { files, keep });
    await swap(fresh, target, old);
  } finally {
    forget();
    await cleanUp();
  }
}

async function writeFolder(fresh: string, target: string, { files, keep }: SiteContent): Promise<void> {
  await mkdir(fresh, { recursive: true });
  for (const folder of keep) await cp(join(target, folder), join(fresh, folder), { recursive: true });
  const folders = new Set([...files.keys()].map(dirname));
  await Promise.all([...folders].map((folder) => mkdir(join(fresh, folder), { recursive: true })));
  await Promise.all(
    [...files].map(([path, content]) => writeFile(join(fresh, path), content, { flush: true })),
  );
}

/** So often another build may put its folder in place at the same moment. */
const TRIES = 5;

/** Puts a folder in another's place. When that fails, the old one is put back. */
async function swap(fresh: string, target: string, old: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const moved = await rename(target, old).then(() => true, falseIfAbsent);
    try {
      await rename(fresh, target);
      return;
    } catch (cause) {
      const occupied = await exists(target);
      if (moved && !occupied) await rename(old, target);
      if (!occupied || tries === TRIES) throw cause;
      await rm(old, { recursive: true, force: true });
    }
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function falseIfAbsent(cause: NodeJS.ErrnoException): false {
  if (cause.code === "ENOENT") return false;
  throw cause;
}

function nullIfAbsent(cause: NodeJS.ErrnoException): null {
  if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return null;
  throw cause;
}
