import type { Language } from "../../model/language.ts";
import { type Inputs, staleBecause } from "./inputs.ts";
import type { Cache } from "./store.ts";

/** What earlier builds left, and what the tools are: engine, browser, fonts, runtime. */
export interface Memory {
  readonly cache: Cache;
  /** One key for everything that is not the report's content. */
  readonly tools: string;
}

/** Why an edition has to be printed again, compared with the last time that it was built here. */
export async function whyStale({ cache }: Memory, name: string, inputs: Inputs): Promise<string> {
  const entry = await cache.get("edition", inputsKey(name));
  const before = entry ? (JSON.parse(new TextDecoder().decode(entry)) as Inputs) : null;
  return staleBecause(before, inputs) ?? "it is not in the cache";
}

/** Remembers what an edition was made from. */
export async function rememberInputs({ cache }: Memory, name: string, inputs: Inputs): Promise<void> {
  await cache.put("edition", inputsKey(name), new TextEncoder().encode(JSON.stringify(inputs)));
}

/** Name of an edition in the cache. */
export function editionName(year: number, language: Language, state: string): string {
  return `${year}-${language}-${state}`;
}

function inputsKey(name: string): string {
  return `${name}.inputs`;
}
