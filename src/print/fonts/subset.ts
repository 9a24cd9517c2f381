import type { Face } from "../../model/faces.ts";
import type { CutFont, FontFile } from "../../model/font-file.ts";
import { postScriptName } from "./truetype.ts";

/** A face with the bytes of its font file. */
export interface LoadedFace extends Face {
  readonly bytes: Uint8Array;
}

/** A face with its font file, or the bytes of it. */
export interface WholeFace extends Face {
  readonly bytes: Uint8Array | FontFile;
}

/** A face cut down to the characters of an edition. */
export interface CutFace {
  readonly family: string;
  readonly weight: number;
  readonly style: string;
  readonly postScriptName: string;
  /** A TrueType file, unless said otherwise. */
  readonly bytes: Uint8Array;
}

/** Cuts each face down to the characters that the edition uses. Static TrueType stays TrueType in the PDF; anything else would become Type 3. */
export async function cutFaces(
  faces: readonly WholeFace[],
  characters: string,
  cutFont: CutFont,
): Promise<CutFace[]> {
  return Promise.all(
    faces.map(async ({ family, weight, style, bytes }) => {
      const cut = await cutFont(bytes, characters);
      return { family, weight, style, postScriptName: postScriptName(cut), bytes: cut };
    }),
  );
}

/** What a print's fonts have for the shapes of letters: their outlines, or boxes (`boxes.ts`), which the binding replaces. */
export type Outlines = "true" | "boxes";

/** Formats of font files by their names in CSS, and their media types. */
const MEDIA_TYPES = { truetype: "font/ttf", woff2: "font/woff2" };

/** The `@font-face` rules of faces, each embedded as a `data:` URI; their bytes are in the format. */
export function fontRules(faces: readonly CutFace[], format: keyof typeof MEDIA_TYPES = "truetype"): string {
  return faces.map((face) => fontRule(face, format)).join("\n");
}

function fontRule({ family, weight, style, bytes }: CutFace, format: keyof typeof MEDIA_TYPES): string {
  const source = `url(data:${MEDIA_TYPES[format]};base64,${Buffer.from(bytes).toString("base64")}) format("${format}")`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;src:${source}}`;
}
