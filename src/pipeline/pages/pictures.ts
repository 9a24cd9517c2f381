import type { Box } from "../../pdf/content/box.ts";
import type { Marks } from "./differences.ts";
import { unmarkedDifferences } from "./pixel-differences.ts";
import { encodePng } from "./png.ts";
import type { EditionPages, PagePair } from "./proof.ts";
import type { Raster, Rasterizer } from "./raster.ts";

/** Pixels for each point: 144 to the inch. */
export const SCALE = 2;

/** A picture of a page. */
export interface Picture {
  /** Name of its file beside the index: `en-after-07.png`, the number counting pages from the first. */
  readonly file: string;
  readonly png: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A pair of pages that differ, with their pictures. */
export interface PicturedPair extends PagePair {
  readonly pictures: { readonly before: Picture | null; readonly after: Picture | null };
  /** Where they differ; what only the pixels tell is among it. */
  readonly marks: { readonly before: Marks; readonly after: Marks };
}

/** The PDFs of an edition that pictures are made from. */
export interface PairOfPdfs {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Pictures of all pages of an edition that changed, came or went. */
export async function pictureChanges(
  { language, pairs }: EditionPages,
  pdfs: PairOfPdfs,
  rasterizer: Rasterizer,
): Promise<PicturedPair[]> {
  const changed = pairs.filter(({ verdict }) => verdict !== "unchanged" && verdict !== "renumbered");
  const pictured: PicturedPair[] = [];
  // One after the other: the pixels of a page take 6 MB.
  for (const pair of changed) {
    const rasters = {
      before: await rasterOf(pdfs.before, pair.before, rasterizer),
      after: await rasterOf(pdfs.after, pair.after, rasterizer),
    };
    const picture = (side: "before" | "after"): Picture | null => {
      const { [side]: raster } = rasters;
      const { [side]: page } = pair;
      if (!raster || !page) return null;
      const { width, height } = raster;
      const number = String(page.index + 1).padStart(2, "0");
      return { file: `${language}-${side}-${number}.png`, png: encodePng(raster), width, height };
    };
    const pictures = { before: picture("before"), after: picture("after") };
    pictured.push({ ...pair, pictures, marks: marksOf(pair, rasters) });
  }
  return pictured;
}

async function rasterOf(
  pdf: Uint8Array,
  page: PagePair["before"],
  rasterizer: Rasterizer,
): Promise<Raster | null> {
  const [raster] = page ? await rasterizer.render(pdf, [page.index], SCALE) : [];
  return raster ?? null;
}

const NO_MARKS: Marks = { changed: [], moved: [] };

function marksOf(
  { differences }: PagePair,
  { before, after }: { readonly before: Raster | null; readonly after: Raster | null },
): PicturedPair["marks"] {
  if (!differences || !before || !after) return { before: NO_MARKS, after: NO_MARKS };
  const known = [differences.before, differences.after].flatMap(({ changed, moved }) => [
    ...changed,
    ...moved,
  ]);
  const unmarked = unmarkedDifferences({ before, after, known, scale: SCALE });
  const withUnmarked = ({ changed, moved }: Marks): Marks => ({
    changed: [...changed, ...unmarked] as Box[],
    moved,
  });
  return { before: withUnmarked(differences.before), after: withUnmarked(differences.after) };
}
