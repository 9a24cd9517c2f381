import { expect, test } from "vitest";
import { FACES } from "../../../src/model/faces.ts";
import { fontProblems } from "../../../src/print/fonts/coverage.ts";
import { readFont } from "../../../src/world/fonts.ts";
import { shown } from "../../support/report.ts";

const faces = await Promise.all(
  FACES.en.slice(0, 2).map(async (face) => ({ ...face, bytes: await readFont(face) })),
);

test("what the fonts have is no problem", () => {
  expect(fontProblems("<p>Plain – “quoted” ¥ ½</p>", faces)).toEqual([]);
});

test("a character that a font lacks: which, in which fonts, near what, and from where", () => {
  const place = { file: "locales/en/2030/lending.json", line: 3, column: 9 };
  const found = fontProblems('<p class="x">Loans \u{1F4DA} and 漢 of <b>books</b></p>', faces, (character) =>
    character === "漢" ? place : undefined,
  );
  expect(shown(found)).toMatchInlineSnapshot(`
    "error missing-glyph
      locales/en/2030/lending.json:3:9
      no glyph for “漢” (U+6F22) in Source Serif 4 400, Source Serif 4 600: “…Loans 📚 and 漢 of  books…”
      → use another character, or one that the edition's fonts have
    error missing-glyph
      
      no glyph for “📚” (U+1F4DA) in Source Serif 4 400, Source Serif 4 600: “…Loans 📚 and 漢 of  books…”
      → use another character, or one that the edition's fonts have"
  `);
});
