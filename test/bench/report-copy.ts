import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runConfirm } from "../../src/commands/confirm.ts";
import type { Language } from "../../src/model/language.ts";
import { folderOnDisk } from "../../src/world/files.ts";

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
  /** The translation that it changes, which somebody then says fits the English. */
  readonly confirm?: { readonly language: Language; readonly key: string };
}

const PARTS = ["data", "locales", "templates"];

/** Copies the checkout's report into a temporary folder. */
export async function copyReport(checkout: string, year: number): Promise<ReportCopy> {
  const root = await mkdtemp(join(tmpdir(), "whitepaper-bench-"));
  for (const part of PARTS) await cp(join(checkout, part), join(root, part), { recursive: true });
  return { root, year, output: join(root, "output") };
}

/** Applies an edit and gives what undoes it. Throws when the text is not there, since the benchmark would measure something else. */
export async function applyEdit(copy: ReportCopy, edit: Edit | undefined): Promise<() => Promise<void>> {
  if (!edit) return async () => undefined;
  const { root, year } = copy;
  const { file, from, to, confirm } = edit;
  const stamps = confirm ? [`locales/${confirm.language}/${year}/translated-from.json`] : [];
  const before = await Promise.all(
    [file, ...stamps].map(
      async (path) => [join(root, path), await readFile(join(root, path), "utf8")] as const,
    ),
  );
  const text = before[0]?.[1] ?? "";
  if (!text.includes(from)) throw new Error(`${file} does not hold “${from}”`);
  await writeFile(
    join(root, file),
    text.replace(from, () => to),
  );
  if (confirm) await confirmTranslation(copy, confirm);
  return async () => {
    for (const [path, content] of before) await writeFile(path, content);
  };
}

async function confirmTranslation(
  { root, year }: ReportCopy,
  { language, key }: NonNullable<Edit["confirm"]>,
): Promise<void> {
  const folder = folderOnDisk(root);
  const { lines, exitCode } = await runConfirm(
    { year, language, keys: [key] },
    {
      content: folder,
      engine: folder,
      write: (path, bytes) => writeFile(join(root, path), bytes),
      report: () => undefined,
    },
  );
  if (exitCode !== 0) throw new Error(`the edited translation does not fit: ${lines.join("\n")}`);
}

/** Keeps the results as they are now, to be put back before each measurement. */
export async function keepOutput({ root, output }: ReportCopy): Promise<void> {
  await cp(output, join(root, "built"), { recursive: true, preserveTimestamps: true });
}

/** Puts back the kept results, or none at all. */
export async function resetOutput({ root, output }: ReportCopy, built: boolean): Promise<void> {
  await rm(output, { recursive: true, force: true });
  if (built) await cp(join(root, "built"), output, { recursive: true, preserveTimestamps: true });
}
