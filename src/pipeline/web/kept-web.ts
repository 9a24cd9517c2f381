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

/** Keeps a build that went well. */
export async function keepWeb(
  key: string,
  { result, site }: { readonly result: WebResult; readonly site: SiteContent },
  world: WebWorld,
): Promise<void> {
  const { diagnostics, editions, folder } = result;
  const files = Object.fromEntries(await filesOf(folder, world, site.files));
  const kept: KeptWeb = { diagnostics, editions, files };
  await world.cache.put("build", key, new TextEncoder().encode(JSON.stringify(kept)));
}

/** Hashes of all files of the site; those that were just `written` are not read again. */
async function filesOf(
  folder: string,
  { site, output }: WebWorld,
  written: SiteContent["files"] = new Map(),
): Promise<Map<string, string>> {
  const paths = await site.list(folder);
  const contentOf = async (path: string) =>
    written.get(path) ?? (await output.read(`${folder}/${path}`)) ?? new Uint8Array();
  const entries = await Promise.all(
    paths.map(async (path) => [path, hashOf(await contentOf(path))] as const),
  );
  return new Map(entries);
}
