/** A page as pixels: three bytes for each (red, green, blue), row by row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Makes pictures of pages. */
export interface Rasterizer {
  /** The pages of a PDF with those indexes (from 0), in that order, on white; `scale` pixels for each point. */
  render(pdf: Uint8Array, pages: readonly number[], scale: number): Promise<Raster[]>;
}
