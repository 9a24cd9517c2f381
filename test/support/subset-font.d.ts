declare module "subset-font" {
  /** Cuts a font down to the glyphs of a text: what our own cutting (`cut-font.ts`) is compared with, and what reads WOFF 2.0 in tests. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: "truetype" },
  ): Promise<Buffer>;
}
