import { type Diagnostic, error } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import {
  createPreview,
  firstLanguages,
  type Preview,
  type PreviewWorld,
} from "../pipeline/preview/preview.ts";
import { createApp } from "../preview/app.ts";
import type { Assets } from "../preview/desk.ts";
import type { CommandResult } from "./build.ts";

/** Options of `whitepaper preview`. */
export interface PreviewOptions {
  readonly year: number;
  /** The editions to begin with: one, or two side by side; null for the report's first. */
  readonly languages: readonly Language[] | null;
  readonly draft: boolean;
  /** The port asked for; null for the first free one. */
  readonly port: number | null;
}

/** What `whitepaper preview` may touch of the world. */
export interface PreviewCommandWorld extends PreviewWorld {
  readonly assets: Assets;
  /** A secret that cannot be guessed, for the address. */
  readonly token: string;
  readonly listen: (
    answer: (request: Request) => Response | Promise<Response>,
    port: number | null,
  ) => Promise<{ readonly port: number; readonly close: () => Promise<void> } | null>;
  readonly watch: (request: {
    readonly changed: (paths: readonly string[]) => Promise<void>;
    readonly failed: (reason: string) => void;
  }) => Promise<{ readonly close: () => Promise<void> }>;
  /** Tells the address, when the page can be opened. */
  readonly ready: (address: string) => void;
  /** Tells a person what went wrong, without ending. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
  /** Resolves when the preview is to end. */
  readonly ended: Promise<void>;
}

/** `whitepaper preview`: shows a report's pages in a browser and follows what is saved, until it is told to end. */
export async function runPreview(
  options: PreviewOptions,
  world: PreviewCommandWorld,
): Promise<CommandResult> {
  const { year, port, languages } = options;
  const preview = createPreview(options, world);
  await preview.refresh();
  const door = { port: 0, token: world.token };
  const page = { year, languages: firstLanguages(preview, languages) };
  const app = createApp({ desk: preview.desk, assets: world.assets, page, door: () => door });
  const server = await world.listen(app.fetch, port);
  if (!server) {
    world.report([portInUse(port)]);
    await preview.close();
    return { lines: [], exitCode: 1 };
  }
  door.port = server.port;
  const watcher = await watchFiles(preview, world);
  world.ready(`http://127.0.0.1:${server.port}/${world.token}/`);
  await world.ended;
  await Promise.allSettled([server.close(), watcher.close(), preview.close()]);
  return { lines: [], exitCode: 0 };
}

async function watchFiles(preview: Preview, world: PreviewCommandWorld) {
  const watcher = await world.watch({
    changed: (paths) => preview.refresh(paths),
    failed: (reason) => world.report([notWatched(reason)]),
  });
  // What was saved while the watcher began.
  await preview.refresh();
  return watcher;
}

function portInUse(port: number | null): Diagnostic {
  const message = port === null ? "no port is free" : `the port ${port} is in use, or may not be used`;
  return error({
    code: "port-in-use",
    message,
    hints: ["leave --port out to take the next free one, or end the program that uses it"],
  });
}

function notWatched(reason: string): Diagnostic {
  return error({
    code: "not-watched",
    message: `files cannot be watched: ${reason}`,
    hints: [
      "saved changes may not be noticed: start the preview again, and raise the system's limit of watched files",
    ],
  });
}
