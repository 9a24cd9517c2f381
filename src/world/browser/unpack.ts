import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { removeAbandoned, temporaryName } from "../abandoned.ts";

/** Something to be kept unpacked in a cache folder. */
export interface Unpacking {
  /** The cache folder. */
  readonly cache: string;
  /** Name of the folder inside it; must change with the content. */
  readonly name: string;
  /** The file inside whose size shows that the folder is whole. */
  readonly file: string;
  /** Puts the content into an empty folder. */
  readonly write: (folder: string) => Promise<void>;
}

const MARKER = "complete.json";
const ROUNDS = 3;
/** What stands between the name of a folder and that of the process which unpacks it. */
const UNPACKING = ".unpacking-";

/**
 * Path of the unpacked folder, unpacking it first if it is missing or not whole. The work is done in a temporary folder and
 * shown by one rename: other processes see all of it or nothing, and a killed process leaves nothing that would be used.
 */
export async function unpackOnce(unpacking: Unpacking): Promise<string> {
  const folder = join(unpacking.cache, unpacking.name);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (await isWhole(folder, unpacking.file)) return folder;
    await removeAbandoned(unpacking.cache, `${unpacking.name}${UNPACKING}`);
    await unpackBeside(folder, unpacking);
  }
  throw new Error(`${folder} is not whole after ${ROUNDS} attempts to unpack it`);
}

async function isWhole(folder: string, file: string): Promise<boolean> {
  try {
    const marker: unknown = JSON.parse(await readFile(join(folder, MARKER), "utf8"));
    const { size, mode } = await stat(join(folder, file));
    return (marker as { size: unknown }).size === size && (mode & 0o100) !== 0;
  } catch {
    return false;
  }
}

async function unpackBeside(folder: string, { file, write }: Unpacking): Promise<void> {
  const temporary = temporaryName(`${folder}${UNPACKING}`);
  await mkdir(temporary, { mode: 0o700 });
  try {
    const content = join(temporary, "content");
    await mkdir(content, { mode: 0o755 });
    await write(content);
    const size = await flush(join(content, file));
    await writeFile(join(content, MARKER), JSON.stringify({ size }));
    if (!(await show(content, folder)) && !(await isWhole(folder, file))) {
      await rename(folder, join(temporary, "broken")).catch(ignore("ENOENT"));
      await show(content, folder);
    }
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Writes a file through to the disk: else a power cut could leave the right size with the wrong bytes. Gives its size. */
async function flush(path: string): Promise<number> {
  await using file = await open(path, "r");
  await file.sync();
  return (await file.stat()).size;
}

/**
 * Renames the new folder into place and tells whether it went there. One that is there already stays: another process may have put it
 * there meanwhile and be starting what is in it.
 */
async function show(content: string, folder: string): Promise<boolean> {
  try {
    await rename(content, folder);
    return true;
  } catch (cause) {
    ignore("ENOTEMPTY", "EEXIST")(cause as NodeJS.ErrnoException);
    return false;
  }
}

const ignore =
  (...codes: string[]) =>
  (cause: NodeJS.ErrnoException): void => {
    if (!codes.includes(cause.code ?? "")) throw cause;
  };
