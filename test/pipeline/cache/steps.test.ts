import { expect, test } from "vitest";
import { openMemo } from "../../../src/pipeline/cache/steps.ts";
import { createCache } from "../../../src/pipeline/cache/store.ts";
import { memoryOutput } from "../../support/build.ts";

const opened = () => {
  const output = memoryOutput();
  const cache = createCache(output);
  return { output, open: (tools = "tools") => openMemo(cache, "2021", tools) };
};

test("what was made is there in the next build, for the same step, key and tools", async () => {
  const { open } = opened();
  const first = await open();
  expect(
    first.once(
      "double",
      () => "a",
      () => [2],
    ),
  ).toEqual([2]);
  await first.keep();
  const next = await open();
  expect(
    next.once(
      "double",
      () => "a",
      () => [3],
    ),
  ).toEqual([2]);
  expect(
    next.once(
      "double",
      () => "b",
      () => [3],
    ),
  ).toEqual([3]);
  expect(
    next.once(
      "triple",
      () => "a",
      () => [4],
    ),
  ).toEqual([4]);
  expect(
    (await open("other tools")).once(
      "double",
      () => "a",
      () => [5],
    ),
  ).toEqual([5]);
});

test("a result that must not last is made again", async () => {
  const { open } = opened();
  const first = await open();
  first.once(
    "step",
    () => "a",
    () => 1,
    () => false,
  );
  await first.keep();
  expect(
    (await open()).once(
      "step",
      () => "a",
      () => 2,
    ),
  ).toBe(2);
});

test("a memo that was spoiled is begun again", async () => {
  const { open, output } = opened();
  const first = await open();
  first.once(
    "step",
    () => "a",
    () => 1,
  );
  await first.keep();
  for (const [path, bytes] of output.files) output.files.set(path, bytes.subarray(0, bytes.length - 3));
  expect(
    (await open()).once(
      "step",
      () => "a",
      () => 2,
    ),
  ).toBe(2);
});

test("of proofs, only those are kept that the last build of the language had a use for", async () => {
  const { open } = opened();
  const proof = (memo: Awaited<ReturnType<typeof open>>, step: string, key: string, made: string) =>
    memo.once(
      step,
      () => key,
      () => made,
    );
  const first = await open();
  for (const key of ["a", "b"]) proof(first, "proof en", key, "old");
  proof(first, "proof ko", "a", "old");
  proof(first, "double", "a", "old");
  await first.keep();
  const second = await open();
  proof(second, "proof en", "a", "new");
  proof(second, "proof en", "c", "new");
  await second.keep();
  const third = await open();
  const found = ["proof en a", "proof en b", "proof en c", "proof ko a", "double a"].map((id) =>
    proof(third, id.slice(0, -2), id.slice(-1), "none"),
  );
  expect(found).toEqual(["old", "none", "new", "old", "old"]);
});
