import type { FinishRequest } from "../../finish/request.ts";
import type { Composition } from "../../model/composition.ts";
import { type Cache, hashOf } from "./store.ts";

/** An edition as printed and finished. */
export interface FinishedPrint {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  /** Page labels by element id. */
  readonly contents: ReadonlyMap<string, string>;
  readonly settled: boolean;
  readonly passes: number;
}

/** What a finished print was made from: the document, what the finish adds, the tools. */
export function printKey(
  { html }: Composition,
  request: Omit<FinishRequest, "pageLabels">,
  tools: string,
): string {
  const attachments = request.attachments.flatMap(({ name, bytes }) => [name, bytes]);
  const said = request.attachments.map(({ bytes: _, ...attachment }) => attachment);
  return hashOf(tools, html, JSON.stringify({ ...request, attachments: said }), ...attachments);
}

/** A kept print; null if there is none. */
export async function recallPrint(cache: Cache, key: string): Promise<FinishedPrint | null> {
  const [pdf, entry] = await Promise.all([
    cache.get("edition", `${key}.pdf`),
    cache.get("edition", `${key}.json`),
  ]);
  if (!pdf || !entry) return null;
  const { contents, ...rest } = JSON.parse(new TextDecoder().decode(entry)) as KeptPrint;
  return { ...rest, pdf, contents: new Map(contents) };
}

interface KeptPrint {
  readonly pageCount: number;
  readonly contents: readonly (readonly [string, string])[];
  readonly settled: boolean;
  readonly passes: number;
}

/** Keeps a print. */
export async function keepPrint(
  cache: Cache,
  key: string,
  { pdf, contents, ...rest }: FinishedPrint,
): Promise<void> {
  const entry: KeptPrint = { ...rest, contents: [...contents] };
  await cache.put("edition", `${key}.pdf`, pdf);
  await cache.put("edition", `${key}.json`, new TextEncoder().encode(JSON.stringify(entry)));
}
