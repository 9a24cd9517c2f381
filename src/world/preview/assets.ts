import { readdir, readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Asset, Assets } from "../../preview/desk.ts";
import { faceNamed } from "../../preview/fonts.ts";
import { readFont } from "../fonts.ts";

const FOLDER = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "preview", "browser");

/** The files of the preview page, read once: names are looked up among them and never become paths. */
export async function previewAssets(): Promise<Assets> {
  const names = (await readdir(FOLDER)).sort();
  const assets = new Map(
    await Promise.all(
      names.map(async (name) => [name, assetOf(name, await readFile(join(FOLDER, name), "utf8"))] as const),
    ),
  );
  return {
    asset: (name) => assets.get(name) ?? null,
    font: async (name) => {
      const face = faceNamed(name);
      return face ? { type: "font/ttf", body: new Uint8Array(await readFont(face)) } : null;
    },
  };
}

function assetOf(name: string, text: string): Asset {
  if (name.endsWith(".css")) return { type: "text/css; charset=utf-8", body: text };
  return { type: "text/javascript; charset=utf-8", body: quietly(() => stripTypeScriptTypes(text)) };
}

/** Node warns that this function is an experiment, though it loads all of our code in the same way; nobody who writes a paper needs to know. */
function quietly<T>(work: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
