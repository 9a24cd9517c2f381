import { check } from "../../check/check.ts";
import { editionFile } from "../../deliver/deliver.ts";
import { gather } from "../../gather/gather.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import type { EditionState } from "../../model/report.ts";
import { pathsAndTexts, type Sources } from "../../model/source-file.ts";
import { openMemo } from "../cache/steps.ts";
import { hashOf } from "../cache/store.ts";
import { type DataFileEntry, keepData, recallData } from "../data/kept-data.ts";
import { beginDrawings } from "../drawings.ts";
import { unknownEditions } from "../editions.ts";
import { nothingToDo, timed, withoutRepeats } from "../progress.ts";
import type { WebWorld } from "../web/world.ts";
import { makeEpubs } from "./epubs.ts";

/** What EPUBs to make. */
export interface EpubBuildRequest {
  readonly year: number;
  /** The languages wanted; null for all of the report's. */
  readonly languages: readonly Language[] | null;
  /** Builds every edition as a draft, whatever the report says. */
  readonly draft: boolean;
}

/** What came of making EPUBs. */
export interface EpubResult {
  readonly diagnostics: readonly Diagnostic[];
  /** What was delivered; nothing when anything had errors. */
  readonly files: readonly DataFileEntry[];
}

/** Path of an edition's EPUB in the output folder: beside its PDF. */
export function epubFile(year: number, language: Language, state: EditionState): string {
  return editionFile(year, language, state).replace(/\.pdf$/, ".epub");
}

/** Makes an EPUB of each edition from the stages that make its PDF. Errors anywhere leave the old ones as they are; so does no change. */
export async function buildEpub(request: EpubBuildRequest, world: WebWorld): Promise<EpubResult> {
  const { year } = request;
  const [sources, tools] = await Promise.all([
    timed(world, "gather", () => gather({ year, content: world.content, engine: world.engine })),
    world.tools(),
  ]);
  const key = epubKey(sources, request, tools);
  const kept = await recallData(key, world);
  if (!kept) return makeAnew(sources, request, { tools, key }, world);
  world.progress.report(kept.diagnostics);
  await nothingToDo(world, "deliver", "epub, fresh: nothing has changed");
  return kept;
}

function epubKey(sources: Sources, request: EpubBuildRequest, tools: string): string {
  return hashOf("epub", tools, JSON.stringify(request), ...pathsAndTexts(sources));
}

async function makeAnew(
  sources: Sources,
  { year, languages, draft }: EpubBuildRequest,
  { tools, key }: { readonly tools: string; readonly key: string },
  world: WebWorld,
): Promise<EpubResult> {
  world.workshop.prepare();
  const memo = await openMemo(world.cache, String(year), tools);
  const checked = await timed(world, "check", () => check(sources, { draft, memo }));
  const unknown = unknownEditions(checked.report, { year, languages, draft, conformance: null });
  const found = [...checked.diagnostics, ...unknown];
  world.progress.report(found);
  if (!checked.report || hasErrors(found)) return { diagnostics: sortDiagnostics(found), files: [] };
  const { report } = checked;
  const editions = await beginDrawings(report, languages, { ...world, tools });
  const made = await makeEpubs({ sources, report, editions, tools }, world);
  world.progress.report(made.diagnostics);
  const diagnostics = sortDiagnostics(withoutRepeats([...found, ...made.diagnostics]));
  if (hasErrors(diagnostics)) return { diagnostics, files: [] };
  const files = new Map(
    made.books.map(({ language, state, bytes }) => [epubFile(year, language, state), bytes]),
  );
  await timed(
    world,
    "deliver",
    () => deliver(year, made.books, files, world),
    undefined,
    () => `epub: ${files.size} files`,
  );
  await Promise.all([keepData(key, diagnostics, files, world), memo.keep()]);
  return { diagnostics, files: [...files].map(([path, { length }]) => ({ path, bytes: length })) };
}

/** Puts the books in place; a released one takes its draft's. */
async function deliver(
  year: number,
  books: readonly { readonly language: Language; readonly state: EditionState }[],
  files: ReadonlyMap<string, Uint8Array>,
  { output }: Pick<WebWorld, "output">,
): Promise<void> {
  for (const [path, bytes] of files) await output.write(path, bytes);
  for (const { language, state } of books)
    if (state === "released") await output.remove(epubFile(year, language, "draft"));
}
