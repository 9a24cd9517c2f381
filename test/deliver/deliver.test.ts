import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  type Delivery,
  deliver,
  editionFile,
  type FinishedEdition,
  manifestFile,
  type OutputFolder,
} from "../../src/deliver/deliver.ts";
import { readManifest } from "../../src/deliver/manifest.ts";

/** An output folder in memory that remembers the order of what was written. */
function memory(): OutputFolder & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    write: async (path, bytes) => void files.set(path, bytes),
    read: async (path) => files.get(path) ?? null,
    remove: async (path) => void files.delete(path),
  };
}

const edition = (
  language: "en" | "ko",
  pdf: string,
  state: "released" | "draft" = "released",
): FinishedEdition =>
  ({
    language,
    state,
    pdf: new TextEncoder().encode(pdf),
    pages: 5,
    contents: new Map([["preface", "1"]]),
  }) as unknown as FinishedEdition;

const delivery = (editions: readonly FinishedEdition[], previous: Delivery["previous"] = null): Delivery => ({
  year: 2030,
  editions,
  madeWith: { engine: "1" },
  previous,
});

test("PDFs are written first, then the manifest that lists them with their hashes", async () => {
  const output = memory();
  await deliver(delivery([edition("ko", "K"), edition("en", "E")]), output);
  expect([...output.files.keys()]).toEqual([
    "2030/white-paper-2030.ko.pdf",
    "2030/white-paper-2030.en.pdf",
    "2030/manifest.json",
  ]);
  const manifest = readManifest(output.files.get(manifestFile(2030)) ?? new Uint8Array());
  expect(manifest?.editions.map(({ file, bytes, sha256 }) => [file, bytes, sha256])).toEqual([
    ["white-paper-2030.en.pdf", 1, createHash("sha256").update("E").digest("hex")],
    ["white-paper-2030.ko.pdf", 1, createHash("sha256").update("K").digest("hex")],
  ]);
});

test("an edition that was not made this time stays listed as it was", async () => {
  const output = memory();
  const first = await deliver(delivery([edition("en", "E"), edition("ko", "K")]), output);
  const second = await deliver(delivery([edition("en", "E2")], first), output);
  expect(second.editions[1]).toEqual(first.editions[1]);
  expect(second.editions[0]?.sha256).not.toBe(first.editions[0]?.sha256);
  expect(second.editions).toHaveLength(2);
});

test("a draft does not take a released edition's place", () => {
  expect(editionFile(2030, "ko", "draft")).toBe("2030/white-paper-2030.ko.draft.pdf");
  expect(editionFile(2030, "ko", "released")).toBe("2030/white-paper-2030.ko.pdf");
});

test("a released edition takes the place of its draft; a draft leaves the released one", async () => {
  const output = memory();
  const drafts = await deliver(delivery([edition("ko", "d", "draft"), edition("en", "d", "draft")]), output);
  const released = await deliver(delivery([edition("ko", "K")], drafts), output);
  expect(released.editions.map(({ file }) => file)).toEqual([
    "white-paper-2030.en.draft.pdf",
    "white-paper-2030.ko.pdf",
  ]);
  expect(output.files.has("2030/white-paper-2030.ko.draft.pdf")).toBe(false);
  await deliver(delivery([edition("ko", "d2", "draft")], released), output);
  expect(output.files.has("2030/white-paper-2030.ko.pdf")).toBe(true);
});

test.for(["", "null", "[]", "{}", '{"year":2030}', "\u0000", '{"year":2030,"madeWith":{},"editions":[{}]}'])(
  "a manifest that cannot be used is as good as none: %j",
  (text) => {
    expect(readManifest(new TextEncoder().encode(text))).toBeNull();
  },
);

test("where one PDF cannot be written, the others are in place before that is told, and no manifest lists them", async () => {
  const output = memory();
  const slow = (path: string, bytes: Uint8Array) =>
    path.includes(".en.")
      ? Promise.reject(new Error("the disk is full"))
      : new Promise<void>((resolve) => setTimeout(resolve, 10)).then(() => output.write(path, bytes));
  const delivering = deliver(delivery([edition("en", "one"), edition("ko", "two")]), {
    ...output,
    write: slow,
  });
  await expect(delivering).rejects.toThrow("the disk is full");
  expect([...output.files.keys()]).toEqual([editionFile(2030, "ko", "released")]);
});
