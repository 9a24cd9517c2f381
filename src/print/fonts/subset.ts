import type { Face } from "../../model/faces.ts";
import { lighter } from "./lighter.ts";
import { postScriptName } from "./truetype.ts";

/** A face with the bytes of its font file. */
export interface LoadedFace extends Face {
  readonly bytes: Uint8Array;
}

/** A face cut down to the characters of an edition. */
export interface CutFace {
  readonly family: string;
  readonly weight: number;
  readonly style: string;
  readonly postScriptName: string;
  /** A TrueType file. */
  readonly bytes: Uint8Array;
}

/** Cuts each face down to the characters that the edition uses. Static TrueType stays TrueType in the PDF; anything else would become Type 3. */
export async function cutFaces(faces: readonly LoadedFace[], characters: string): Promise<CutFace[]> {
  // Loaded when it is needed, with its WebAssembly: most builds find their fonts cut.
  const { default: subsetFont } = await import("subset-font");
  return Promise.all(
    faces.map(async ({ family, weight, style, bytes }) => {
      const cut = await subsetFont(Buffer.from(bytes), characters, { targetFormat: "truetype" });
      return { family, weight, style, postScriptName: postScriptName(cut), bytes: cut };
    }),
  );
}

/**
 * The `@font-face` rules of faces, each embedded as a `data:` URI. With characters, only these have outlines: a part of an edition takes a third of
 * the time to load, and is printed alike.
 */
export function fontRules(faces: readonly CutFace[], characters?: string): string {
  return faces.map((face) => fontRule(face, characters)).join("\n");
}

function fontRule({ family, weight, style, bytes }: CutFace, characters: string | undefined): string {
  const font = characters === undefined ? bytes : lighter(bytes, characters);
  const source = `url(data:font/ttf;base64,${Buffer.from(font).toString("base64")}) format("truetype")`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;src:${source}}`;
}
