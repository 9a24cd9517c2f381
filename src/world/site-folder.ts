import { access, cp, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { SiteDraft, SiteFiles } from "../pipeline/web/world.ts";
import { removeAbandoned, temporaryName } from "./abandoned.ts";
import { beforeEnding, isEnding } from "./ending.ts";

/**
 * A folder that is replaced as a whole, on the real disk: the new one is written beside it, then the two change places. A reader sees the old
 * one or the new one; what is not part of the new one is gone.
 */
export function siteOnDisk(root: string) {
  return {
    list: (path: string) => listFiles(join(root, path)),
    begin: (path: string) => beginFolder(join(root, path)),
  };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(nullIfAbsent);
  const files = (entries ?? []).filter((entry) => !entry.isDirectory());
  return files
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

async function beginFolder(target: string): Promise<SiteDraft> {
  // Nothing new is begun while all is being ended.
  if (isEnding()) await new Promise<never>(() => undefined);
  const folder = dirname(target);
  await removeAbandoned(folder, ".");
  const [fresh, old] = [join(folder, temporaryName(".")), join(folder, temporaryName("."))];
  const writer = createWriter(fresh);
  const cleanUp = async () => {
    await writer.stop();
    await rm(fresh, { recursive: true, force: true });
    if (!(await exists(target))) await rename(old, target).catch(() => undefined);
    await rm(old, { recursive: true, force: true });
  };
  const forget = beforeEnding(cleanUp);
  const discard = async () => {
    forget();
    await cleanUp();
  };
  await mkdir(fresh, { recursive: true });
  const deliver = async (keep: readonly string[]) => {
    try {
      for (const name of keep) await cp(join(target, name), join(fresh, name), { recursive: true });
      await writer.end();
      await swap(fresh, target, old);
    } finally {
      await discard();
    }
  };
  return { add: writer.add, deliver, discard };
}

interface Writer {
  readonly add: (files: SiteFiles) => void;
  /** Waits for what was added. Throws what went wrong with any of it. */
  readonly end: () => Promise<unknown>;
  /** Writes nothing more, and waits for what is being written. */
  readonly stop: () => Promise<unknown>;
}

/** Writes files into a folder and through to the disk. */
function createWriter(folder: string): Writer {
  const made = new Map<string, Promise<unknown>>();
  const written: Promise<void>[] = [];
  let stopped = false;
  const make = (path: string): Promise<unknown> => {
    const known = made.get(path) ?? mkdir(path, { recursive: true });
    made.set(path, known);
    return known;
  };
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    await make(dirname(path));
    if (!stopped) await writeFile(path, content, { flush: true });
  };
  return {
    add: (files) => {
      const begun = [...files].map(([path, content]) => write(join(folder, path), content));
      // Who ends is told; until then nobody listens.
      for (const one of begun) one.catch(() => undefined);
      written.push(...begun);
    },
    end: () => Promise.all(written),
    stop: () => {
      stopped = true;
      return Promise.allSettled(written);
    },
  };
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
