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

/** The files whose path begins with `folder` and ends with `ending`, in path order. */
export function filesUnder(sources: Sources, folder: string, ending: string): SourceFile[] {
  return [...sources.files.values()].filter(
    ({ path }) => path.startsWith(`${folder}/`) && path.endsWith(ending),
  );
}
