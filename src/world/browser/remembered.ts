import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FoundBrowser } from "./found.ts";
import type { Program } from "./trial.ts";

/** What is written beside a program that answered. */
interface Answer {
  readonly version: string;
  /** Whether it needed libraries that the system lacks. */
  readonly supplied: boolean;
  /** Size and time of the program's file then. */
  readonly file: readonly number[];
}

const NAME = "answered.json";

/**
 * What a program in a folder of ours answered when it was tried: to ask it again takes a fiftieth of a small build. Null if it was not tried, or is not the
 * same file any more. Should it not start all the same, since the system has changed, it has to be tried again.
 */
export async function rememberedAnswer(
  folder: string,
  path: string,
): Promise<Pick<Answer, "version" | "supplied"> | null> {
  try {
    const said = JSON.parse(await readFile(join(folder, NAME), "utf8")) as Partial<Answer>;
    const isSame = JSON.stringify(said.file) === JSON.stringify(await fileOf(path));
    if (!isSame || typeof said.version !== "string" || typeof said.supplied !== "boolean") return null;
    return { version: said.version, supplied: said.supplied };
  } catch {
    return null;
  }
}

/** Remembers what a program answered; a folder that cannot be written remembers nothing. */
export async function rememberAnswer(
  folder: string,
  { path, version, libraries }: Program & Pick<FoundBrowser, "version">,
): Promise<void> {
  try {
    const answer: Answer = { version, supplied: libraries !== undefined, file: await fileOf(path) };
    await writeFile(join(folder, NAME), JSON.stringify(answer));
  } catch {
    // The next build asks again.
  }
}

async function fileOf(path: string): Promise<number[]> {
  const { size, mtimeMs } = await stat(path);
  return [size, mtimeMs];
}
