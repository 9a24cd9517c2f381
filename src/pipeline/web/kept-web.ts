import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Sources } from "../../model/source-file.ts";
import { hashOf } from "../cache/store.ts";
import type { WebBuildRequest, WebResult } from "./build-web.ts";
import type { WebWorld } from "./world.ts";

/** What a web edition was made from, in one key. */
export function webKey(sources: Sources, request: WebBuildRequest, tools: string): string {
  const files = [...sources.files.values()].flatMap(({ path, text }) => [path, text]);
  return `web-${hashOf(tools, JSON.stringify(request), ...files)}`;
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
  { diagnostics, editions, folder }: WebResult,
  world: WebWorld,
): Promise<void> {
  const kept: KeptWeb = { diagnostics, editions, files: Object.fromEntries(await filesOf(folder, world)) };
  await world.cache.put("build", key, new TextEncoder().encode(JSON.stringify(kept)));
}

async function filesOf(folder: string, { site, output }: WebWorld): Promise<Map<string, string>> {
  const paths = await site.list(folder);
  const entries = await Promise.all(
    paths.map(
      async (path) => [path, hashOf((await output.read(`${folder}/${path}`)) ?? new Uint8Array())] as const,
    ),
  );
  return new Map(entries);
}
