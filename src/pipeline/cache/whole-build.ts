import { editionFile, manifestFile, type OutputFolder } from "../../deliver/deliver.ts";
import type { Manifest } from "../../deliver/manifest.ts";
import { hasErrors } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import { pathsAndTexts, type Sources } from "../../model/source-file.ts";
import type { BuildRequest, BuildResult } from "../build.ts";
import type { EditionResult } from "../edition.ts";
import { type Cache, hashOf } from "./store.ts";

/** What a whole build was made from, in one key: the sources, the request, the tools. */
export function buildKey(
  sources: Sources,
  request: BuildRequest & { readonly sourceDate: string | null },
  tools: string,
): string {
  return hashOf(tools, JSON.stringify(request), ...pathsAndTexts(sources));
}

interface KeptEdition {
  readonly language: Language;
  readonly state: EditionResult["state"];
  readonly pages: number;
  readonly contents: readonly (readonly [string, string])[];
  readonly places: readonly (readonly [string, string])[];
}

/** What is kept of a build that went well: what it said, and the hashes of what it wrote. */
interface KeptBuild {
  readonly diagnostics: BuildResult["diagnostics"];
  readonly editions: readonly KeptEdition[];
  readonly files: Readonly<Record<string, string>>;
}

/** Where whole builds are kept and what they wrote. */
export interface BuildMemory {
  readonly cache: Cache;
  readonly output: OutputFolder;
  readonly year: number;
}

/** The result of the same build, if its files are still as it wrote them; else null. */
export async function recallBuild(
  key: string,
  { cache, output, year }: BuildMemory,
): Promise<BuildResult | null> {
  const entry = await cache.get("build", key);
  if (!entry) return null;
  const kept = JSON.parse(new TextDecoder().decode(entry)) as KeptBuild;
  const found = await Promise.all(
    Object.entries(kept.files).map(async ([path, hash]) => {
      const bytes = await output.read(path);
      return bytes && hashOf(bytes) === hash ? ([path, bytes] as const) : null;
    }),
  );
  if (found.includes(null)) return null;
  const files = new Map(found.filter((file) => file !== null));
  const manifest = files.get(manifestFile(year));
  return {
    report: null,
    diagnostics: kept.diagnostics,
    editions: kept.editions.map((edition) => recalled(edition, year, files)),
    // By its hash it is what a build of ours wrote.
    manifest: manifest ? (JSON.parse(new TextDecoder().decode(manifest)) as Manifest) : null,
  };
}

function recalled(
  { language, state, pages, contents, places }: KeptEdition,
  year: number,
  files: ReadonlyMap<string, Uint8Array>,
): EditionResult {
  const pdf = files.get(editionFile(year, language, state)) ?? new Uint8Array();
  const finished = { language, state, pdf, pages, contents: new Map(contents), places: new Map(places) };
  return { language, state, finished, shown: null, milliseconds: 0, diagnostics: [] };
}

/** Files beside the editions that a build writes. */
const BESIDES = (year: number) => [manifestFile(year), `${year}/report.html`, `${year}/report.json`];

/** Keeps a build in which every edition went well. */
export async function keepBuild(
  key: string,
  result: BuildResult,
  { cache, output, year }: BuildMemory,
): Promise<void> {
  const { diagnostics, editions } = result;
  if (hasErrors(diagnostics) || editions.length === 0 || editions.some(({ finished }) => !finished)) return;
  const paths = [
    ...editions.map(({ language, state }) => editionFile(year, language, state)),
    ...BESIDES(year),
  ];
  const written = await Promise.all(
    paths.map(async (path) => {
      const bytes = await output.read(path);
      return bytes ? [[path, hashOf(bytes)] as const] : [];
    }),
  );
  const kept: KeptBuild = {
    diagnostics,
    editions: editions.flatMap(({ finished }) => (finished ? [keptEdition(finished)] : [])),
    files: Object.fromEntries(written.flat()),
  };
  await cache.put("build", key, new TextEncoder().encode(JSON.stringify(kept)));
}

function keptEdition({
  language,
  state,
  pages,
  contents,
  places,
}: NonNullable<EditionResult["finished"]>): KeptEdition {
  return { language, state, pages, contents: [...contents], places: [...places] };
}
