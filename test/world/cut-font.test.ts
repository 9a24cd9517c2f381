import subsetFont from "subset-font";
import { expect, test } from "vitest";
import { FACES } from "../../src/model/faces.ts";
import { cutFont } from "../../src/world/cut-font.ts";
import { readFont } from "../../src/world/fonts.ts";

const TEXT = "Patents 2021: 582,891 “—” 专利 特許 특허 ％、。";

const faces = Object.entries(FACES).flatMap(([language, own]) =>
  own.map((face) => [`${language} ${face.role} ${face.weight} ${face.style}`, face] as const),
);

test.each(faces)("%s is cut as by the package for it", async (_, face) => {
  const bytes = await readFont(face);
  const [ours, theirs] = await Promise.all([
    cutFont(bytes, TEXT),
    subsetFont(Buffer.from(bytes), TEXT, { targetFormat: "truetype" }),
  ]);
  expect(Buffer.compare(ours, theirs)).toBe(0);
  expect(ours.length).toBeLessThan(bytes.length / 3);
});

test.each([
  ["nothing", 0],
  ["a beginning", 100_000],
  ["zeros", -1],
])("a font of which %s is left cannot be cut", async (_, length) => {
  const [face] = FACES.ja;
  const bytes = face ? await readFont(face) : new Uint8Array();
  const damaged = length < 0 ? new Uint8Array(bytes.length) : bytes.subarray(0, length);
  await expect(cutFont(damaged, TEXT)).rejects.toThrow("may be damaged");
  // What came before leaves the cutter as it was.
  expect((await cutFont(bytes, TEXT)).length).toBeGreaterThan(1000);
});
