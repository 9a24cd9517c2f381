import type { Diagnostic } from "../../model/diagnostic.ts";
import { pathsAndTexts, type Sources } from "../../model/source-file.ts";
import { hashOf } from "../cache/store.ts";
import type { WebBuildRequest, WebResult } from "./build-web.ts";
import type { SiteContent, WebWorld } from "./world.ts";

/** What a web edition was made from, in one key. */
export function webKey(sources: Sources, request: WebBuildRequest, tools: string): string {
  return `web-${hashOf(tools, JSON.stringify(request), ...pathsAndTexts(sources))}`;
}

interface KeptWeb {
  readonly diagnostics: readonly Diagnostic[];
  readonly editions: WebResult["editions"];
  /** Hashes of all files of the site by their paths. */
  readonly files: Readonly<Record<string, string>>;
}

/** The result of the same build, if its site is still as it was left; else null. */
export async function recallWeb(key: string, folder: string, world: WebWorld): Promise<WebResult | null> {
  const entry = await world.cache.get("build", key);
  if (!entry) return null;
  const { diagnostics, editions, files } = JSON.parse(new TextDecoder().decode(entry)) as KeptWeb;
  const now = await filesOf(folder, world);
  const isSame =
    Object.keys(files).length === now.size &&
    Object.entries(files).every(([path, hash]) => now.get(path) === hash);
  return isSame ? { diagnostics, editions, folder } : null;
}

/** What is kept of a build that goes well; `site` is about to be delivered. */
export async function keptWeb(
  { result, site }: { readonly result: WebResult; readonly site: SiteContent },
  world: WebWorld,
): Promise<Uint8Array> {
  const { diagnostics, editions, folder } = result;
  const stay = await filesOf(folder, world, (path) => site.keep.some((name) => path.startsWith(`${name}/`)));
  const own = [...site.files].map(([path, content]) => [path, hashOf(content)] as const);
  const kept: KeptWeb = { diagnostics, editions, files: Object.fromEntries([...stay, ...own]) };
  return new TextEncoder().encode(JSON.stringify(kept));
}

/** Hashes of all files of the site as it lies there, or of some. */
async function filesOf(
  folder: string,
  { site, output }: WebWorld,
  isWanted: (path: string) => boolean = () => true,
): Promise<Map<string, string>> {
  const paths = (await site.list(folder)).filter(isWanted);
  const entries = await Promise.all(
    paths.map(
      async (path) => [path, hashOf((await output.read(`${folder}/${path}`)) ?? new Uint8Array())] as const,
    ),
  );
  return new Map(entries);
}
