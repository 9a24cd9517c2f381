import subsetFont from "subset-font";
import type { Face } from "../../model/faces.ts";

/** A face with the bytes of its font file. */
export interface LoadedFace extends Face {
  readonly bytes: Uint8Array;
}

/**
 * The `@font-face` rules of an edition: each face cut down to the characters that the edition uses, embedded as a `data:`
 * URI. Static TrueType stays TrueType in the PDF; anything else would become Type 3.
 */
export async function fontFaces(faces: readonly LoadedFace[], characters: string): Promise<string> {
  const rules = await Promise.all(faces.map((face) => fontFace(face, characters)));
  return rules.join("\n");
}

async function fontFace({ family, weight, style, bytes }: LoadedFace, characters: string): Promise<string> {
  const subset = await subsetFont(Buffer.from(bytes), characters, { targetFormat: "truetype" });
  const source = `url(data:font/ttf;base64,${subset.toString("base64")}) format("truetype")`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;src:${source}}`;
}
