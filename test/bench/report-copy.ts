import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of the report that may be edited and built at will. */
export interface ReportCopy {
  readonly root: string;
  readonly year: number;
  /** Folder of its results. */
  readonly output: string;
}

/** One edit of the report: a piece of a file's text and what stands there instead. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const PARTS = ["data", "locales", "templates"];

/** Copies the checkout's report into a temporary folder. */
export async function copyReport(checkout: string, year: number): Promise<ReportCopy> {
  const root = await mkdtemp(join(tmpdir(), "whitepaper-bench-"));
  for (const part of PARTS) await cp(join(checkout, part), join(root, part), { recursive: true });
  return { root, year, output: join(root, "output") };
}

/** Applies an edit and gives what undoes it. Throws when the text is not there, since the benchmark would measure something else. */
export async function applyEdit({ root }: ReportCopy, edit: Edit | undefined): Promise<() => Promise<void>> {
  if (!edit) return async () => undefined;
  const path = join(root, edit.file);
  const before = await readFile(path, "utf8");
  if (!before.includes(edit.from)) throw new Error(`${edit.file} does not hold “${edit.from}”`);
  await writeFile(path, before.replace(edit.from, edit.to));
  return () => writeFile(path, before);
}

/** Keeps the results as they are now, to be put back before each measurement. */
export async function keepOutput({ root, output }: ReportCopy): Promise<void> {
  await cp(output, join(root, "built"), { recursive: true });
}

/** Puts back the kept results, or none at all. */
export async function resetOutput({ root, output }: ReportCopy, built: boolean): Promise<void> {
  await rm(output, { recursive: true, force: true });
  if (built) await cp(join(root, "built"), output, { recursive: true, preserveTimestamps: true });
}
