import { execFile } from "node:child_process";
import { open } from "node:fs/promises";
import type { BrowserPlace, Try } from "./found.ts";

/** A program to be tried. */
export interface Program {
  readonly place: BrowserPlace;
  readonly path: string;
  /** Folder of shared libraries to offer to it. */
  readonly libraries?: string;
}

const PATIENCE = 15_000;

/** Asks a program for its version (about 10 ms): shows that it is there, is a browser, and finds its libraries. */
export async function tryProgram(program: Program): Promise<Try> {
  const { path, libraries } = program;
  const refusal = await scriptRefusal(path);
  if (refusal !== undefined) return { ...program, ok: false, reason: refusal };
  return new Promise((resolve) => {
    const env = libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries };
    execFile(path, ["--version"], { env, timeout: PATIENCE }, (failure, stdout, stderr) => {
      const version = stdout.trim();
      if (failure !== null) {
        const said = stderr.trim().split("\n")[0];
        resolve({ ...program, ok: false, reason: said === "" ? failure.message : (said ?? "") });
      } else if (/^(HeadlessChrome|Google Chrome|Chrom)/i.test(version)) {
        resolve({ ...program, ok: true, version });
      } else {
        resolve({
          ...program,
          ok: false,
          reason: `its version is “${version.slice(0, 80)}”: not a Chromium`,
        });
      }
    });
  });
}

/** Distributions wrap Chromium in a script that starts it as a child: such a browser survives the end of what was started. */
async function scriptRefusal(path: string): Promise<string | undefined> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead < 2) return "the file is empty";
    return buffer.toString("latin1") === "#!" ? "a wrapper script, not the browser itself" : undefined;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // A program may be allowed to run and not to be read: running it will tell.
    if (code === "EACCES") return undefined;
    return code === "ENOENT" || code === "ENOTDIR" ? "no such file" : (cause as Error).message;
  }
}
