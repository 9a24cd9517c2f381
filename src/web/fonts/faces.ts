import { FACES, type Face } from "../../model/faces.ts";
import type { CutFont, FontFile } from "../../model/font-file.ts";
import type { Sibling } from "../request.ts";
import type { FaceCharacters } from "./characters.ts";
import { packWoff2 } from "./woff2.ts";

/** Folder of the fonts of an edition. */
export const FONTS = "fonts";

/** A face of an edition as a file. */
export interface WebFace {
  readonly face: Face;
  /** Path beside the pages: `fonts/serif-400.woff2`. */
  readonly path: string;
  /** What it is cut down to. */
  readonly characters: string;
}

/** The faces that an edition's pages show; a face that no text is set in is left out. */
export function webFaces(faces: readonly Face[], characters: FaceCharacters): WebFace[] {
  return faces.flatMap((face) => {
    const shown = characters(face);
    const italic = face.style === "italic" ? "-italic" : "";
    return shown === ""
      ? []
      : [{ face, path: `${FONTS}/${face.role}-${face.weight}${italic}.woff2`, characters: shown }];
  });
}

/** What other languages are called, and their papers' titles, in fonts of their own: each a few characters of its sans. */
export function nameFaces(siblings: readonly Sibling[], own: Sibling): WebFace[] {
  return siblings
    .filter((sibling) => sibling !== own)
    .flatMap(({ language, name, title }) => {
      const face = FACES[language].find(({ role, weight }) => role === "sans" && weight === 400);
      const characters = [...new Set(name + title)].sort().join("");
      return face ? [{ face, path: `${FONTS}/name-${language}.woff2`, characters }] : [];
    });
}

/** A face cut down to its characters, as WOFF 2.0. */
export async function cutFace(
  font: Uint8Array | FontFile,
  { characters }: Pick<WebFace, "characters">,
  cutFont: CutFont,
): Promise<Uint8Array> {
  return packWoff2(await cutFont(font, characters));
}

/** The `@font-face` rules of an edition: its pages are read in the system's fonts until these are there. */
export function fontRules(faces: readonly WebFace[]): string {
  return faces
    .map(
      ({ face: { family, weight, style }, path }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:swap;src:url("${path}") format("woff2")}`,
    )
    .join("\n");
}
