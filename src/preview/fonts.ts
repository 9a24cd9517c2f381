import { FACES, type Face } from "../model/faces.ts";
import type { Language } from "../model/language.ts";

/** Name of a face's file in the preview. */
export function fontName({ file }: Face): string {
  return file.replace(/^.*\//, "");
}

/** The face whose file has a name; undefined for a name that is none of ours. */
export function faceNamed(name: string): Face | undefined {
  return Object.values(FACES)
    .flat()
    .find((face) => fontName(face) === name);
}

/** The `@font-face` rules of a language with whole fonts, for the page's own words. */
export function fontRules(language: Language): string {
  return FACES[language]
    .map(
      (face) =>
        `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};` +
        `font-display:block;src:url(${fontName(face)}) format("truetype")}`,
    )
    .join("\n");
}
