import { cp, mkdtemp, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PreviewOptions, runPreview } from "../../src/commands/preview.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { NO_CACHE } from "../../src/pipeline/cache/store.ts";
import { openPrinter } from "../../src/world/browser/chromium-printer.ts";
import { cutFont } from "../../src/world/cut-font.ts";
import { folderOnDisk } from "../../src/world/files.ts";
import { readFont } from "../../src/world/fonts.ts";
import { outputOnDisk } from "../../src/world/output.ts";
import { previewAssets } from "../../src/world/preview/assets.ts";
import { listen } from "../../src/world/preview/server.ts";
import { watchFolders } from "../../src/world/preview/watcher.ts";
import { ENGINE, LIBRARIES, YEAR } from "./report.ts";

/** A preview of the made-up report at work, in a folder of its own. */
export interface TestPreview {
  readonly address: string;
  readonly folder: string;
  readonly reported: readonly Diagnostic[];
  /** Changes a file as an editor does that writes in place; the second form writes beside and renames. */
  readonly edit: (path: string, change: (text: string) => string, how?: "write" | "rename") => Promise<void>;
  readonly end: () => Promise<number>;
}

/** Starts a preview with the real server, watcher and browser, of a copy of a report. */
export async function startPreview(
  options: Partial<PreviewOptions> = {},
  report = LIBRARIES,
): Promise<TestPreview> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "whitepaper-preview-test-")));
  for (const content of ["data", "locales", "templates"])
    await cp(join(report, content), join(folder, content), { recursive: true });
  const ready = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<void>();
  const reported: Diagnostic[] = [];
  const result = runPreview(
    { year: YEAR, languages: null, draft: false, port: null, ...options },
    {
      ...(await realWorld(folder)),
      ready: ready.resolve,
      ended: ended.promise,
      report: (found) => void reported.push(...found),
    },
  );
  const address = await Promise.race([ready.promise, result.then(() => "")]);
  return {
    address,
    folder,
    reported,
    edit: (path, change, how = "write") => edit(join(folder, path), change, how),
    end: async () => {
      ended.resolve();
      const { exitCode } = await result;
      await rm(folder, { recursive: true, force: true });
      return exitCode;
    },
  };
}

async function realWorld(folder: string) {
  return {
    content: folderOnDisk(folder),
    engine: ENGINE,
    output: outputOnDisk(join(folder, "output")),
    readFont,
    cutFont,
    openPrinter: () => openPrinter(),
    versions: async () => ({ engine: "test" }),
    sourceDate: null,
    cache: NO_CACHE,
    tools: "test",
    now: () => 0,
    pause: async () => undefined,
    assets: await previewAssets(),
    token: "a-token-of-the-test",
    listen,
    watch: (request: Omit<Parameters<typeof watchFolders>[0], "roots">) =>
      watchFolders({ ...request, roots: [folder] }),
    breathe: () => new Promise<void>((resolve) => setTimeout(resolve, 10)),
    whenQuiet: () => undefined,
  };
}

async function edit(path: string, change: (text: string) => string, how: "write" | "rename"): Promise<void> {
  const text = change(await readFile(path, "utf8"));
  if (how === "write") return writeFile(path, text);
  await writeFile(`${path}.new~`, text);
  await rename(`${path}.new~`, path);
}
