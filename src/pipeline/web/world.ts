import type { BuildWorld } from "../build.ts";
import type { Workshop } from "../workshop.ts";

/** A folder that is delivered as a whole. */
export interface SiteFolder {
  /** Paths of all files in a folder of the output; none if it is not there. */
  list(path: string): Promise<string[]>;
  /** Replaces a folder by another at once; what `keep` names stays as it is. */
  replace(path: string, content: SiteContent): Promise<void>;
}

/** What a folder is to hold: files by their paths in it, and folders of the old one that stay. */
export interface SiteContent {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
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
