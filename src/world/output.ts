import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { removeAbandoned, temporaryName } from "./abandoned.ts";
import { beforeEnding, isEnding } from "./ending.ts";
import { isSystemError, SystemTrouble } from "./trouble.ts";

/** How files are written. */
export interface Durability {
  /** Whether a file outlives a loss of power once it is written. A cache can do without: it notices what is broken. */
  readonly durable: boolean;
}

/** An output folder on the real disk. */
export function outputOnDisk(root: string, { durable }: Durability = { durable: true }) {
  return {
    write: (path: string, bytes: Uint8Array) => writeAtomically(join(root, path), bytes, durable),
    append: (path: string, bytes: Uint8Array) => appendAtOnce(join(root, path), bytes),
    read: (path: string) => readOrNull(join(root, path)),
    remove: (path: string) => rm(join(root, path), { force: true }),
  };
}

/** Writes beside the target, flushes where asked to, then renames: a reader sees the old file or the new one, whole. */
async function writeAtomically(path: string, bytes: Uint8Array, durable: boolean): Promise<void> {
  const folder = dirname(path);
  if (!looked.has(folder)) await makeFolder(folder);
  await removeOnce(folder);
  // Nothing new is begun while all is being ended, and what is under way is waited for: it leaves the file or nothing.
  if (isEnding()) await new Promise<never>(() => undefined);
  const put = () => (durable ? putInPlace(path, bytes) : putAtOnce(path, bytes));
  // A folder in which we have written may have been taken away.
  const writing = put().catch((cause: NodeJS.ErrnoException) =>
    cause.code === "ENOENT" ? makeFolder(folder).then(put) : Promise.reject(cause),
  );
  const forget = beforeEnding(() => writing.catch(() => undefined));
  try {
    await writing;
  } catch (cause) {
    throw about(path, cause);
  } finally {
    forget();
  }
}

/** Without waiting for Node's threads: what is kept in a cache are many small files. */
async function putAtOnce(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), temporaryName("."));
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

async function appendAtOnce(path: string, bytes: Uint8Array): Promise<void> {
  appendFileSync(path, bytes);
}

async function putInPlace(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), temporaryName("."));
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
    await rm(temporary, { force: true }).catch(() => undefined);
    throw cause;
  }
}

/** Says of which file of ours the trouble is: the system names the one beside it, or none. */
function about(path: string, cause: unknown): unknown {
  if (!isSystemError(cause)) return cause;
  const said = cause.message.replace(/^E[A-Z0-9]+: /, "").replace(/, \w+(?: '.*)?$/s, "");
  return new SystemTrouble(`${path} cannot be written: ${said}`, cause.code ?? "EIO", [], cause);
}

/** Makes a folder and those above it. Node's own way never ends where a folder can hold none, as in `/proc`. */
async function makeFolder(path: string): Promise<void> {
  const failure = await madeOne(path);
  if (failure === null) return;
  if (failure.code !== "ENOENT" || path === dirname(path)) throw await asTrouble(path, failure);
  await makeFolder(dirname(path));
  const again = await madeOne(path);
  if (again) throw await asTrouble(path, again);
}

/** Why a folder is not there and cannot be made; null where it is there. */
async function madeOne(path: string): Promise<NodeJS.ErrnoException | null> {
  try {
    await mkdir(path);
    return null;
  } catch (cause) {
    const status = await stat(path).catch(() => null);
    if (status?.isDirectory()) return null;
    return cause as NodeJS.ErrnoException;
  }
}

/** The system names the path that we asked for, not the file that stands in the way. */
async function asTrouble(path: string, cause: NodeJS.ErrnoException): Promise<SystemTrouble> {
  const file = await fileAbove(path);
  const message = file === null ? cause.message : `${file} is a file, where a folder is needed`;
  return new SystemTrouble(message, cause.code ?? "EIO", [], cause);
}

async function fileAbove(path: string): Promise<string | null> {
  for (let place = path; ; place = dirname(place)) {
    const status = await stat(place).catch(() => null);
    if (status) return status.isDirectory() ? null : place;
    if (place === dirname(place)) return null;
  }
}

const looked = new Map<string, Promise<void>>();

/** Takes away what killed processes have left beside a file, when the first is written into its folder. */
function removeOnce(folder: string): Promise<void> {
  const known = looked.get(folder) ?? removeAbandoned(folder, ".");
  looked.set(folder, known);
  return known;
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return readFileSync(path);
  } catch (cause) {
    return nullIfAbsent(path, cause as NodeJS.ErrnoException);
  }
}

async function nullIfAbsent(path: string, cause: NodeJS.ErrnoException): Promise<null> {
  if (cause.code === "ENOENT") return null;
  throw cause.code === "ENOTDIR" ? await asTrouble(path, cause) : cause;
}
