import subsetFont from "subset-font";
import { expect, test } from "vitest";
import { FACES } from "../../../src/model/faces.ts";
import { openFont } from "../../../src/model/truetype.ts";
import { packWoff2 } from "../../../src/web/fonts/woff2.ts";
import { readFont } from "../../../src/world/fonts.ts";

test.for(["en", "ja"] as const)(
  "a packed font of %s is read by the reference decoder and shows the same glyphs",
  async (language) => {
    const [face] = FACES[language];
    if (!face) throw new Error("no face");
    const text = "Patent 専利 123";
    const font = await subsetFont(Buffer.from(await readFont(face)), text, { targetFormat: "truetype" });
    const packed = await packWoff2(font);
    expect(Buffer.from(packed).toString("latin1", 0, 4)).toBe("wOF2");
    expect(packed.length).toBeLessThan(font.length);
    // It is unpacked by Google's own decoder before it is cut again.
    const unpacked = await subsetFont(Buffer.from(packed), text, { targetFormat: "truetype" });
    const [before, after] = [openFont(font), openFont(unpacked)];
    for (const letter of "Patent123") {
      const code = letter.codePointAt(0) ?? 0;
      expect(after.glyph(code)).toBe(before.glyph(code));
      expect(after.width(after.glyph(code))).toBe(before.width(before.glyph(code)));
    }
    expect(await packWoff2(font)).toEqual(packed);
  },
);
