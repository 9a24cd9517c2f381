import type { BuildWorld } from "../build.ts";
import type { Workshop } from "../workshop.ts";

/** A folder that is delivered as a whole. */
export interface SiteFolder {
  /** Paths of all files in a folder of the output; none if it is not there. */
  list(path: string): Promise<string[]>;
  /** Begins a new folder, to be put in another's place. */
  begin(path: string): Promise<SiteDraft>;
}

/** A folder in the making. Nothing of it is seen before it is delivered. */
export interface SiteDraft {
  /** Puts files into it, by their paths; they are written while the rest is made. */
  add(files: SiteFiles): void;
  /** Puts it in the old one's place at once; folders of the old one that `keep` names stay as they are. */
  deliver(keep: readonly string[]): Promise<void>;
  /** Takes it away. */
  discard(): Promise<void>;
}

/** Files by their paths in a folder. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array>;

/** What a folder is to hold: files, and folders of the old one that stay. */
export interface SiteContent {
  readonly files: SiteFiles;
  readonly keep: readonly string[];
}

/** What making a web edition may touch of the world. */
export interface WebWorld
  extends Pick<
    BuildWorld,
    "content" | "engine" | "output" | "readFont" | "cache" | "tools" | "progress" | "now" | "pause"
  > {
  readonly site: SiteFolder;
  readonly workshop: Workshop;
  /** The search library as one script. */
  readonly searchLibrary: () => Promise<string>;
}
