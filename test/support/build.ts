import type { OutputFolder } from "../../src/deliver/deliver.ts";
import type { ContentFolder } from "../../src/gather/gather.ts";
import { type BuildRequest, type BuildResult, type BuildWorld, build } from "../../src/pipeline/build.ts";
import type { CacheFolder } from "../../src/pipeline/cache/store.ts";
import { NO_CACHE } from "../../src/pipeline/cache/store.ts";
import type { Printer } from "../../src/print/printer.ts";
import { openPrinter } from "../../src/world/browser/chromium-printer.ts";
import { cutFont } from "../../src/world/cut-font.ts";
import { readFont } from "../../src/world/fonts.ts";
import { silentProgress } from "../../src/world/terminal.ts";
import { ENGINE, YEAR } from "./report.ts";

/** An output folder in memory. */
export interface MemoryOutput extends OutputFolder, CacheFolder {
  readonly files: Map<string, Uint8Array>;
}

/** An empty output folder, or one that holds what another holds. */
export function memoryOutput(files: Iterable<[string, Uint8Array]> = []): MemoryOutput {
  const held = new Map(files);
  return {
    files: held,
    write: async (path, bytes) => void held.set(path, bytes),
    append: async (path, bytes) =>
      void held.set(path, Buffer.concat([held.get(path) ?? new Uint8Array(), bytes])),
    read: async (path) => held.get(path) ?? null,
    remove: async (path) => void held.delete(path),
  };
}

/** One browser for all builds of a test file: a build's own closing of it does nothing. */
export async function sharedPrinter(): Promise<{ printer: Printer; end: () => Promise<void> }> {
  const printer = await openPrinter();
  return {
    printer: { ...printer, close: async () => undefined },
    end: () => printer.close(),
  };
}

/** What a test's build differs in from the plain one. */
export interface BuildTest {
  readonly content: ContentFolder;
  readonly printer: Printer;
  readonly output: OutputFolder;
  readonly request?: Partial<BuildRequest>;
  readonly world?: Partial<BuildWorld>;
}

/** Builds a report with the real engine, fonts and browser, into an output folder in memory. */
export function testBuild({ content, printer, output, request, world }: BuildTest): Promise<BuildResult> {
  return build(
    { year: YEAR, languages: null, draft: false, conformance: null, ...request },
    {
      content,
      engine: ENGINE,
      output,
      readFont,
      cutFont,
      openPrinter: async () => printer,
      versions: async () => ({ engine: "test" }),
      sourceDate: null,
      cache: NO_CACHE,
      tools: async () => "test",
      progress: silentProgress,
      now: () => 0,
      pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
      ...world,
    },
  );
}
