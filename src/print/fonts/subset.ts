import subsetFont from "subset-font";
import type { Face } from "../../model/faces.ts";
import { postScriptName } from "./truetype.ts";

/** A face with the bytes of its font file. */
export interface LoadedFace extends Face {
  readonly bytes: Uint8Array;
}

/** A font program as the browser is given it. */
export interface CutProgram {
  readonly postScriptName: string;
  /** A TrueType file. */
  readonly bytes: Uint8Array;
}

/** The fonts of an edition. */
export interface CutFonts {
  /** The `@font-face` rules, each face embedded as a `data:` URI. Static TrueType stays TrueType in the PDF; anything else would become Type 3. */
  readonly rules: string;
  readonly programs: readonly CutProgram[];
}

/** Cuts each face down to the characters that the edition uses. */
export async function cutFonts(faces: readonly LoadedFace[], characters: string): Promise<CutFonts> {
  const cut = await Promise.all(faces.map((face) => cutFace(face, characters)));
  return {
    rules: cut.map(({ rule }) => rule).join("\n"),
    programs: cut.map(({ program }) => program),
  };
}

async function cutFace({ family, weight, style, bytes }: LoadedFace, characters: string) {
  const subset = await subsetFont(Buffer.from(bytes), characters, { targetFormat: "truetype" });
  const source = `url(data:font/ttf;base64,${subset.toString("base64")}) format("truetype")`;
  return {
    rule: `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;src:${source}}`,
    program: { postScriptName: postScriptName(subset), bytes: subset },
  };
}
