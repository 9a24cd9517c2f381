import { expect, test } from "vitest";
import { srgbProfile } from "../../src/finish/icc.ts";

test("the colour profile is whole: its length, signature and tags fit", () => {
  const profile = Buffer.from(srgbProfile());
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString("latin1", 36, 40)).toBe("acsp");
  const count = profile.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, i) => {
    const at = 132 + 12 * i;
    return {
      name: profile.toString("latin1", at, at + 4),
      end: profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8),
    };
  });
  expect(tags.map(({ name }) => name)).toEqual(
    "desc cprt wtpt chad rXYZ gXYZ bXYZ rTRC gTRC bTRC".split(" "),
  );
  expect(Math.max(...tags.map(({ end }) => end))).toBeLessThanOrEqual(profile.length);
});
