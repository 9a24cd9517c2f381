import { expect, test } from "vitest";
import { FACES, type Face } from "../../src/model/faces.ts";
import { openFont } from "../../src/model/truetype.ts";
import { cutFont } from "../../src/world/cut-font.ts";
import { fontFile, fontTables, readFont } from "../../src/world/fonts.ts";

const faces = Object.values(FACES).flatMap((own) => own.map((face) => [face.file, face] as const));
const TEXT = "Patents 2021: 582,891 专利 特許 특허 江蘇";

test.each(faces)("%s is cut from its file as from its bytes", async (_, face) => {
  const [fromFile, fromBytes] = await Promise.all([
    cutFont(fontFile(face), TEXT),
    cutFont(await readFont(face), TEXT),
  ]);
  expect(Buffer.compare(fromFile, fromBytes)).toBe(0);
});

test.each(faces)("%s measures by its tables as by its bytes", async (_, face) => {
  const [byTables, byBytes] = [openFont(fontTables(face)), openFont(await readFont(face))];
  for (const letter of TEXT) {
    const glyph = byBytes.glyph(letter.codePointAt(0) ?? 0);
    expect(byTables.glyph(letter.codePointAt(0) ?? 0)).toBe(glyph);
    expect(byTables.width(glyph)).toBe(byBytes.width(glyph));
  }
});

test("what is not there is said when it is asked for", () => {
  const [face] = FACES.en;
  const missing: Face = { ...(face as Face), file: "nothing.ttf" };
  expect(() => fontFile(missing)).toThrow("nothing.ttf");
  expect(() => fontTables(missing)("cmap")).toThrow("nothing.ttf");
  expect(() => fontTables(face as Face)("none")).toThrow("“none” table");
  const { length, readInto } = fontFile(face as Face);
  expect(() => readInto(new Uint8Array(length + 1))).toThrow("ends too early");
});
