import type { ContentFolder } from "../../gather/gather.ts";
import type { Sources } from "../../model/source-file.ts";

/** A folder whose files are read once, until they are said to have changed. */
export interface RememberedFolder extends ContentFolder {
  /** Forgets files; all of them where no paths are given. */
  forget(paths?: Iterable<string>): void;
}

/** Remembers what is read of a folder. Its listings are always fresh: they cost little, and a missed event would last. */
export function rememberedFolder(folder: ContentFolder): RememberedFolder {
  const known = new Map<string, Promise<Uint8Array>>();
  return {
    list: (subfolder) => folder.list(subfolder),
    read: (path) => {
      const kept = known.get(path);
      if (kept) return kept;
      const reading = folder.read(path);
      known.set(path, reading);
      reading.catch(() => known.delete(path));
      return reading;
    },
    forget: (paths) => {
      if (!paths) known.clear();
      for (const path of paths ?? []) known.delete(path);
    },
  };
}

/** The sources with the very objects of earlier ones where nothing has changed: what was read from them is still right. */
export function withKept(sources: Sources, before: Sources | null): Sources {
  if (!before) return sources;
  const files = [...sources.files].map(([path, file]) => {
    const kept = before.files.get(path);
    return [path, kept?.text === file.text ? kept : file] as const;
  });
  return { ...sources, files: new Map(files) };
}
