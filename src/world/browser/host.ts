import { homedir, tmpdir } from "node:os";

/** The machine that a browser is looked for on. */
export interface Host {
  /** Environment variables. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Folder for temporary files. */
  readonly temp: string;
  /** As `process.platform` and `process.arch` name them. */
  readonly platform: string;
  readonly arch: string;
  /** Number of the user; undefined on Windows. */
  readonly user: number | undefined;
}

/** The machine that we run on. */
export function thisHost(): Host {
  return {
    variables: process.env,
    home: homedir(),
    temp: tmpdir(),
    platform: process.platform,
    arch: process.arch,
    user: process.getuid?.(),
  };
}
