import type { OutputFolder } from "../deliver/deliver.ts";
import type { ContentFolder } from "../gather/gather.ts";
import { type Cache, hashOf } from "./cache/store.ts";

/** Name of the bill of materials inside the output folder. */
export const BILL_FILE = "sbom.cdx.json";

/** What the bill of materials is made from and where it goes. */
export interface BillWorld {
  /** The engine's folder, with its lock file. */
  readonly engine: Pick<ContentFolder, "read">;
  readonly output: OutputFolder;
  readonly cache: Cache;
}

/** Puts the bill of materials beside what was built, where it is not the one that lies there. */
export async function writeBill({ engine, output, cache }: BillWorld): Promise<void> {
  const lock = await engine.read("package-lock.json");
  const key = `${hashOf(lock)}.bill`;
  const [last, kept] = await Promise.all([output.read(BILL_FILE), cache.get("build", key)]);
  // Making it to compare takes as long as all else in a build for which nothing has changed.
  if (last && kept && new TextDecoder().decode(kept) === hashOf(last)) return;
  const { softwareBill } = await import("../deliver/sbom.ts");
  const bill = new TextEncoder().encode(softwareBill(new TextDecoder().decode(lock)));
  if (last === null || hashOf(last) !== hashOf(bill)) await output.write(BILL_FILE, bill);
  await cache.put("build", key, new TextEncoder().encode(hashOf(bill)));
}
