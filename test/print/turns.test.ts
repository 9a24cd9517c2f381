import { expect, test } from "vitest";
import { createTurns } from "../../src/print/turns.ts";

test("so many at once, the others in the order in which they came", async () => {
  const turns = createTurns(2);
  const said: string[] = [];
  const take = async (name: string) => {
    const end = await turns.take();
    said.push(name);
    return end;
  };
  const [a, b] = [await take("a"), await take("b")];
  const [c, d] = [take("c"), take("d")];
  await Promise.resolve();
  expect(said).toEqual(["a", "b"]);
  expect(turns.waiting()).toBe(2);
  a();
  // Ended twice is ended once.
  a();
  (await c)();
  b();
  await d;
  expect(said).toEqual(["a", "b", "c", "d"]);
});
