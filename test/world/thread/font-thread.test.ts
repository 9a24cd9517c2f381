import { expect, test } from "vitest";
import { FACES } from "../../../src/model/faces.ts";
import { cutFace } from "../../../src/web/fonts/faces.ts";
import { readFont } from "../../../src/world/fonts.ts";
import { fontThread } from "../../../src/world/thread/font-thread.ts";

const [face] = FACES.en;
if (!face) throw new Error("no face");

test("fonts come from the thread as they are cut here, each to its own order", async () => {
  const pack = fontThread();
  const wanted = ["abc", "Patent 123"];
  const packed = await Promise.all(wanted.map((characters) => pack(face, characters)));
  for (const [index, characters] of wanted.entries())
    expect(Buffer.from(packed[index] ?? []).equals(await cutFace(await readFont(face), { characters }))).toBe(
      true,
    );
});

test("a font that is not there is a fault, and the next one is packed all the same", async () => {
  const pack = fontThread();
  await expect(pack({ ...face, file: "nothing.ttf" }, "a")).rejects.toThrow(/nothing\.ttf|ENOENT/);
  expect((await pack(face, "a")).length).toBeGreaterThan(100);
});
