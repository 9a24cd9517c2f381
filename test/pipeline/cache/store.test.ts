import { expect, test } from "vitest";
import { createCache, hashOf, NO_CACHE } from "../../../src/pipeline/cache/store.ts";
import { memoryOutput } from "../../support/build.ts";

const payload = new TextEncoder().encode("drawing");

test("what is kept comes back", async () => {
  const cache = createCache(memoryOutput());
  await cache.put("chart", "a", payload);
  expect(await cache.get("chart", "a")).toEqual(payload);
  expect(await cache.get("chart", "b")).toBeNull();
  expect(await cache.get("edition", "a")).toBeNull();
});

test("an entry that was cut short, changed or comes from elsewhere is as if it were not there", async () => {
  const output = memoryOutput();
  const cache = createCache(output);
  await cache.put("chart", "a", payload);
  const whole = output.files.get(".cache/chart/a") ?? new Uint8Array();
  for (let length = 0; length < whole.length; length += 7) {
    output.files.set(".cache/chart/a", whole.subarray(0, length));
    expect(await cache.get("chart", "a")).toBeNull();
  }
  for (let at = 0; at < whole.length; at += 5) {
    output.files.set(".cache/chart/a", whole.with(at, (whole[at] ?? 0) ^ 1));
    expect(await cache.get("chart", "a")).toBeNull();
  }
});

test("a folder that cannot be read is an empty cache", async () => {
  const cache = createCache({
    ...memoryOutput(),
    read: async () => {
      throw new Error("EACCES");
    },
  });
  expect(await cache.get("chart", "a")).toBeNull();
});

test("with no cache nothing is kept", async () => {
  await NO_CACHE.put("chart", "a", payload);
  expect(await NO_CACHE.get("chart", "a")).toBeNull();
});

test("where one part of a key ends matters", () => {
  expect(hashOf("ab", "c")).not.toBe(hashOf("a", "bc"));
  expect(hashOf("ab", "c")).toBe(hashOf("ab", "c"));
});

test("the oldest results are forgotten", async () => {
  const output = memoryOutput();
  const cache = createCache(output);
  for (let n = 0; n < 45; n++) await cache.put("build", `key${n}`, payload);
  expect(await cache.get("build", "key4")).toBeNull();
  expect(await cache.get("build", "key5")).toEqual(payload);
  expect([...output.files.keys()].filter((path) => path.startsWith(".cache/build/"))).toHaveLength(40);
});

test("what was put again counts as new, also for the next process, and the list does not grow without end", async () => {
  const output = memoryOutput();
  const list = () => new TextDecoder().decode(output.files.get(".cache/build.list")).trim().split("\n");
  const first = createCache(output);
  for (let n = 0; n < 40; n++) await first.put("build", `key${n}`, payload);
  await first.put("build", "key0", payload);
  const second = createCache(output);
  await second.put("build", "another", payload);
  expect(await second.get("build", "key0")).toEqual(payload);
  expect(await second.get("build", "key1")).toBeNull();
  for (let n = 0; n < 300; n++) await second.put("build", `again${n % 50}`, payload);
  expect(list().length).toBeLessThanOrEqual(81);
  const kept = [...output.files.keys()].filter((path) => path.startsWith(".cache/build/"));
  expect(kept.map((path) => path.slice(13)).toSorted()).toEqual(
    Array.from({ length: 40 }, (_, n) => `again${n + 10}`).toSorted(),
  );
});

test("two builds at once forget nothing that is new", async () => {
  const output = memoryOutput();
  const [one, other] = [createCache(output), createCache(output)];
  for (let n = 0; n < 60; n++) {
    await one.put("build", `one${n}`, payload);
    await other.put("build", `other${n}`, payload);
  }
  for (const name of ["one59", "other59", "one41", "other41"])
    expect(await createCache(output).get("build", name)).toEqual(payload);
});

test("what cannot be kept does not stop a build; a mistake of ours does", async () => {
  const failing = (cause: Error) => ({
    read: async () => null,
    write: async () => {
      throw cause;
    },
    append: async () => undefined,
    remove: async () => undefined,
  });
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  await createCache(failing(full)).put("chart", "a", new Uint8Array());
  await expect(
    createCache(failing(new TypeError("ours"))).put("chart", "a", new Uint8Array()),
  ).rejects.toThrow("ours");
});
