import { FACES } from "../model/faces.ts";
import type { Language } from "../model/language.ts";
import { codesWithoutText, type Font } from "../pdf/fonts/font.ts";
import type { Complaints } from "./complaints.ts";
import type { Finished } from "./reading/finished.ts";

/** Browsers put a font of this name in the place of characters that no font has. */
const SUBSTITUTE = "Blank";

/** Every font embedded, subset, TrueType and one of the edition's own; no missing glyph, and no glyph without a meaning. */
export function checkFonts(language: Language, { fonts }: Finished, complaints: Complaints): void {
  const families = FACES[language].map(({ family }) => family.replaceAll(" ", ""));
  for (const font of fonts.values()) {
    const name = font.name === "" ? "a font without a name" : `the font ${font.name}`;
    const fault = faultOf(font, families);
    if (fault !== null) complaints.error({ code: fault.code, message: `${name} ${fault.message}` });
    checkGlyphs(font, name, complaints);
  }
}

interface Fault {
  readonly code: string;
  readonly message: string;
}

function faultOf({ name, type, embedded }: Font, families: readonly string[]): Fault | null {
  const [, prefix, face = name] = /^(?:([A-Z]{6})\+)?(.*)$/.exec(name) ?? [];
  if (type === "Type3")
    return { code: "font-type", message: "is of Type 3: its letters are drawings, not TrueType outlines" };
  if (face.startsWith(SUBSTITUTE))
    return { code: "missing-glyph", message: "stands in for characters that the edition’s fonts lack" };
  if (!embedded) return { code: "font-not-embedded", message: "is not embedded" };
  if (type !== "CIDFontType2")
    return { code: "font-type", message: `is a ${type}, expected TrueType (CIDFontType2)` };
  if (prefix === undefined)
    return { code: "font-not-subset", message: "is embedded whole, expected a subset" };
  if (!families.includes(face.split("-")[0] ?? ""))
    return { code: "foreign-font", message: `is none of the edition’s: ${families.join(", ")}` };
  return null;
}

function checkGlyphs(font: Font, name: string, complaints: Complaints): void {
  if (font.shown[0] === 1)
    complaints.error({ code: "missing-glyph", message: `${name} shows its glyph for missing characters` });
  const mute = codesWithoutText(font).filter((code) => code !== 0);
  if (mute.length > 0)
    complaints.error({
      code: "glyph-without-text",
      message: `${name} shows ${mute.length} glyphs of which the file does not say what they mean`,
    });
}
