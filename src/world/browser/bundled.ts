import { createReadStream, createWriteStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { cacheFolders } from "./cache-folder.ts";
import { type FailedTry, reasonOf, type Try } from "./found.ts";
import type { Host } from "./host.ts";
import { rememberAnswer, rememberedAnswer } from "./remembered.ts";
import { tryProgram } from "./trial.ts";
import { unpackOnce } from "./unpack.ts";

const PACKAGE = "@sparticuz/chromium";
const PROGRAM = "chromium";
/** Bigger pieces than Node's own: 1.4 s instead of 2.2 s for the 209 MB. */
const PIECE = 4 * 1024 * 1024;

const failed = (reason: string): FailedTry => ({ ok: false, place: "bundled", reason });

/**
 * The browser inside the npm package `@sparticuz/chromium`, unpacked into our cache. The package's own `executablePath()`
 * is not used: it unpacks to a fixed path that other users cannot read, and trusts whatever lies there.
 */
export async function* bundledBrowser(host: Host): AsyncGenerator<Try> {
  if (host.platform !== "linux" || host.arch !== "x64") {
    yield failed(`it runs on linux x64, this is ${host.platform} ${host.arch}`);
    return;
  }
  let archive: Archive;
  try {
    archive = await findArchive();
  } catch (cause) {
    yield failed(`the package ${PACKAGE} cannot be read: ${reasonOf(cause)}`);
    return;
  }
  for await (const { path, problem } of cacheFolders(host)) {
    if (problem !== undefined) {
      yield failed(`cache folder ${path}: ${problem}`);
      continue;
    }
    const last = yield* unpackedBrowser(archive, path);
    if (!isRefused(last)) return;
  }
}

/** Whether another cache folder may do better: this one cannot be unpacked into, or lies where programs may not run. */
const isRefused = (attempt: Try): boolean =>
  !attempt.ok && (attempt.path === undefined || /EACCES/.test(attempt.reason));

/**
 * The program as it answered before; if it does not start, or was not tried yet, it is tried as it is, then with the libraries that its package has for
 * bare systems. Returns the last try.
 */
async function* unpackedBrowser(archive: Archive, cache: string): AsyncGenerator<Try, Try> {
  try {
    const folder = await unpackOnce({
      cache,
      name: `chromium-${archive.id}`,
      file: PROGRAM,
      write: (into) => decompress(join(archive.folder, "chromium.br"), join(into, PROGRAM)),
    });
    const program = { place: "bundled", path: join(folder, PROGRAM) } as const;
    const known = await rememberedAnswer(folder, program.path);
    const libraries = async () => ({ libraries: await unpackLibraries(archive, cache) });
    if (known) {
      const { version, supplied } = known;
      yield { ...program, ...(supplied ? await libraries() : {}), ok: true, version };
    }
    let last = await tryProgram(program);
    if (!last.ok && /shared librar/.test(last.reason)) {
      yield last;
      last = await tryProgram({ ...program, ...(await libraries()) });
    }
    if (last.ok) await rememberAnswer(folder, last);
    yield last;
    return last;
  } catch (cause) {
    const attempt = failed(`unpacking into ${cache}: ${reasonOf(cause)}`);
    yield attempt;
    return attempt;
  }
}

/** The package's compressed files. */
interface Archive {
  /** Folder that holds them. */
  readonly folder: string;
  /** Changes whenever the package's content does. */
  readonly id: string;
}

async function findArchive(): Promise<Archive> {
  const main = createRequire(import.meta.url).resolve(PACKAGE);
  const root = join(dirname(main), "..");
  const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const { size } = await stat(join(root, "bin", "chromium.br"));
  return { folder: join(root, "bin"), id: `${(manifest as { version: string }).version}-${size}` };
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(
    createReadStream(from, { highWaterMark: PIECE }),
    createBrotliDecompress({ chunkSize: PIECE }),
    createWriteStream(to, { mode: 0o755, flags: "wx" }),
  );
}

async function unpackLibraries(archive: Archive, cache: string): Promise<string> {
  const { unpackTar } = await import("modern-tar/fs");
  const folder = await unpackOnce({
    cache,
    name: `libraries-${archive.id}`,
    file: "lib/libnss3.so",
    write: (into) =>
      pipeline(
        createReadStream(join(archive.folder, "al2023.tar.br")),
        createBrotliDecompress(),
        unpackTar(into),
      ),
  });
  return join(folder, "lib");
}
