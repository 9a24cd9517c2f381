import type { Block } from "../model/block.ts";
import type { Edition } from "../model/edition.ts";
import type { Complaints } from "./complaints.ts";
import { checkFonts } from "./fonts.ts";
import { checkInk } from "./ink.ts";
import { checkGeometry } from "./layout/geometry.ts";
import { checkLines } from "./layout/lines.ts";
import { checkFolios } from "./navigation/contents.ts";
import { checkLanguages } from "./navigation/document.ts";
import { checkTitles } from "./navigation/links.ts";
import type { ShownText } from "./parity/editions.ts";
import { checkParity, type KeepChart, type NumberReaders, type ParityRequest } from "./parity/parity.ts";
import type { Finished } from "./reading/finished.ts";
import { compareTexts, type Pair } from "./text/compare.ts";

/** What pages are held against, besides their blocks. */
export interface ExamineRequest extends Pick<ParityRequest, "report"> {
  readonly edition: Pick<Edition, "language" | "charts" | "texts">;
  readonly readers: NumberReaders;
  readonly complaints: Complaints;
  readonly keepChart?: KeepChart;
}

/** Examines pages by what they alone show, and by the blocks that should stand on them. */
export function examine(
  finished: Finished,
  blocks: readonly Block[],
  { report, edition, readers, complaints, ...keep }: ExamineRequest,
): { readonly pairs: readonly Pair[]; readonly texts: Map<string, ShownText> } {
  const { language } = edition;
  const pairs = compareTexts(blocks, finished, complaints);
  const texts = checkParity(pairs, {
    report,
    edition,
    labels: finished.labels,
    complaints,
    readers,
    ...keep,
  });
  checkFonts(language, finished, complaints);
  checkGeometry(finished, complaints);
  checkInk(finished, complaints);
  checkTitles(pairs, finished, complaints);
  checkFolios(finished, complaints);
  checkLanguages(pairs, language, complaints);
  checkLines(pairs, complaints);
  return { pairs, texts };
}
