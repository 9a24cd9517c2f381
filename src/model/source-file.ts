import type { Diagnostic } from "./diagnostic.ts";

/** One file of the report's content as it was read: text only, without a byte order mark. */
export interface SourceFile {
  /** Path relative to the content's folder, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/** Everything that a build reads, read once. */
export interface Sources {
  readonly year: number;
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Problems of reading: not a file, not UTF-8. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The path and the text of each file, one after the other: what a key of all content is a hash of. */
export function pathsAndTexts({ files }: Sources): string[] {
  return [...files.values()].flatMap(({ path, text }) => [path, text]);
}

/** The files whose path begins with `folder` and ends with `ending`, in path order. */
export function filesUnder(sources: Sources, folder: string, ending: string): SourceFile[] {
  return [...sources.files.values()].filter(
    ({ path }) => path.startsWith(`${folder}/`) && path.endsWith(ending),
  );
}
