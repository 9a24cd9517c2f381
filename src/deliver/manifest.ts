import { z } from "zod";

const manifestEditionSchema = z.object({
  language: z.string(),
  state: z.enum(["released", "draft"]),
  /** Name of the PDF beside the manifest. */
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  pages: z.number(),
  /** Page labels by element id. */
  contents: z.record(z.string(), z.string()),
});

const manifestSchema = z.object({
  year: z.number(),
  /** Versions of what the bytes depend on: engine, Node, browser, fonts. */
  madeWith: z.record(z.string(), z.string()),
  editions: z.array(manifestEditionSchema),
});

/** One edition in the manifest. */
export type ManifestEdition = z.output<typeof manifestEditionSchema>;

/** `output/<year>/manifest.json`: what was delivered, and what made it. */
export type Manifest = z.output<typeof manifestSchema>;

/** The manifest in a file's bytes; null when it is none. It only saves work: one that cannot be read is made anew. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}
