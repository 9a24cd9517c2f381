declare module "subset-font" {
  /** Cuts a font down to the glyphs of a text. Rejects when the font cannot be read. */
  // biome-ignore lint/style/noDefaultExport: it is the one that the package has.
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: "truetype" },
  ): Promise<Buffer>;
}
