import { createHash } from "node:crypto";
import { compare } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import type { EditionState } from "../model/report.ts";
import type { Manifest, ManifestEdition } from "./manifest.ts";

/** The folder that results are written to. */
export interface OutputFolder {
  /** Writes a file so that it is either whole or as it was before: never half written. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** A file's bytes; null if there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Takes a file away, if it is there. */
  remove(path: string): Promise<void>;
}

/** A finished edition, ready to be put in place. */
export interface FinishedEdition {
  readonly language: Language;
  readonly state: EditionState;
  readonly pdf: Uint8Array;
  /** Number of pages, cover included. */
  readonly pages: number;
  /** Page labels by element id; the next build's first guess. */
  readonly contents: ReadonlyMap<string, string>;
  /** Labels of the pages on which texts, tables and charts stand, by text key. */
  readonly places: ReadonlyMap<string, string>;
}

/** Name of an edition's PDF inside the output folder; a draft never takes a released edition's place. */
export function editionFile(year: number, language: Language, state: EditionState): string {
  return `${year}/white-paper-${year}.${language}${state === "draft" ? ".draft" : ""}.pdf`;
}

/** Name of the manifest inside the output folder. */
export function manifestFile(year: number): string {
  return `${year}/manifest.json`;
}

/** What is delivered together. */
export interface Delivery {
  readonly year: number;
  readonly editions: readonly FinishedEdition[];
  readonly madeWith: Readonly<Record<string, string>>;
  /** The last manifest, whose other editions stay listed. */
  readonly previous: Manifest | null;
}

/**
 * Stage 9: puts the PDFs in place, each by one rename, then the manifest that lists them. A released edition takes the place of its
 * draft.
 */
export async function deliver(
  { year, editions, madeWith, previous }: Delivery,
  output: OutputFolder,
): Promise<Manifest> {
  const files = editions.map((edition) => ({
    edition,
    file: editionFile(year, edition.language, edition.state),
  }));
  // Side by side, since the disk takes its time for each to be safe; and all are waited for, whatever becomes of one.
  const writing = files.map(({ edition, file }) => output.write(file, edition.pdf));
  const entries = files.map(({ edition, file }) => manifestEntry(edition, file));
  await Promise.allSettled(writing);
  await Promise.all(writing);
  const superseded = editions.flatMap(({ language, state }) =>
    state === "released" ? [editionFile(year, language, "draft")] : [],
  );
  for (const draft of superseded) await output.remove(draft);
  const gone = new Set([...superseded.map(nameOf), ...entries.map(({ file }) => file)]);
  const others = (previous?.editions ?? []).filter(({ file }) => !gone.has(file));
  const all = [...others, ...entries].sort((a, b) => compare(a.file, b.file));
  const manifest: Manifest = { year, madeWith, editions: all };
  await output.write(manifestFile(year), new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

function manifestEntry(
  { language, state, pdf, pages, contents }: FinishedEdition,
  file: string,
): ManifestEdition {
  return {
    language,
    state,
    file: nameOf(file),
    bytes: pdf.length,
    sha256: createHash("sha256").update(pdf).digest("hex"),
    pages,
    contents: Object.fromEntries(contents),
  };
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, "");
}
