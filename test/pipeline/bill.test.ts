import { expect, test } from "vitest";
import { BILL_FILE, writeBill } from "../../src/pipeline/bill.ts";
import { createCache } from "../../src/pipeline/cache/store.ts";

const lockOf = (version: string) =>
  JSON.stringify({
    name: "made-up",
    version: "1.0.0",
    packages: { "": {}, "node_modules/some": { version, license: "MIT" } },
  });

/** Folders in memory, and the paths that were written to the output. */
function world(lock: string) {
  const files = new Map<string, Uint8Array>();
  const written: string[] = [];
  const output = {
    read: async (path: string) => files.get(path) ?? null,
    write: async (path: string, bytes: Uint8Array) => {
      if (!path.startsWith(".cache")) written.push(path);
      files.set(path, bytes);
    },
    append: async () => undefined,
    remove: async (path: string) => void files.delete(path),
  };
  const state = { lock };
  const engine = { read: async () => new TextEncoder().encode(state.lock) };
  return { state, files, written, bill: () => writeBill({ engine, output, cache: createCache(output) }) };
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test("is written once, and again where the lock file or the bill itself has changed", async () => {
  const { state, files, written, bill } = world(lockOf("1.2.3"));
  await bill();
  await bill();
  expect(written).toEqual([BILL_FILE]);
  expect(textOf(files.get(BILL_FILE))).toContain("1.2.3");
  state.lock = lockOf("1.2.4");
  await bill();
  expect(textOf(files.get(BILL_FILE))).toContain("1.2.4");
  files.set(BILL_FILE, new TextEncoder().encode("{}"));
  await bill();
  expect(textOf(files.get(BILL_FILE))).toContain("1.2.4");
  state.lock = lockOf("1.2.3");
  await bill();
  expect(textOf(files.get(BILL_FILE))).toContain("1.2.3");
  expect(written).toHaveLength(4);
});
