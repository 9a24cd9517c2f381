import { access, constants, lstat, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { reasonOf } from "./found.ts";
import type { Host } from "./host.ts";

const NAME = "whitepaper-publisher";

/** A folder that may keep things between builds, and why it cannot be used, if so. */
export interface CacheFolder {
  readonly path: string;
  readonly problem?: string;
}

/**
 * The folders that may hold our cache, best first: below `XDG_CACHE_HOME` or `~/.cache`, else one of our own in the
 * folder for temporary files. Each is made if it can be, when it is asked for.
 */
export async function* cacheFolders(host: Host): AsyncGenerator<CacheFolder> {
  const { XDG_CACHE_HOME: xdg } = host.variables;
  // The XDG specification has relative paths ignored.
  const base = xdg?.startsWith("/") === true ? xdg : join(host.home, ".cache");
  const shared = join(base, NAME);
  yield folder(shared, await prepare(shared));
  const own = join(host.temp, `${NAME}-${host.user ?? "user"}`);
  yield folder(own, (await prepare(own, 0o700)) ?? (await ownershipProblem(own, host.user)));
}

const folder = (path: string, problem: string | undefined): CacheFolder =>
  problem === undefined ? { path } : { path, problem };

async function prepare(path: string, mode = 0o755): Promise<string | undefined> {
  try {
    await mkdir(path, { recursive: true, mode });
    await access(path, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (cause) {
    return reasonOf(cause);
  }
}

/** Anybody may make a folder in the common temporary folder: what runs from there must be nobody's but ours. */
async function ownershipProblem(path: string, user: number | undefined): Promise<string | undefined> {
  const status = await lstat(path);
  if (!status.isDirectory()) return `${path} is not a folder`;
  if (user !== undefined && status.uid !== user) return `${path} belongs to another user`;
  if (user !== undefined && (status.mode & 0o022) !== 0) return `${path} can be written by other users`;
  return undefined;
}
