import type { Composition } from "../model/composition.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Edition } from "../model/edition.ts";
import type { Report } from "../model/report.ts";
import { createComplaints } from "./complaints.ts";
import { checkFonts } from "./fonts.ts";
import { checkInk } from "./ink.ts";
import { checkGeometry } from "./layout/geometry.ts";
import { checkLines } from "./layout/lines.ts";
import { checkContents, checkFolios } from "./navigation/contents.ts";
import { checkDocument } from "./navigation/document.ts";
import { checkLinks } from "./navigation/links.ts";
import { checkOutline } from "./navigation/outline.ts";
import type { ShownFigures } from "./parity/editions.ts";
import { checkParity } from "./parity/parity.ts";
import { placesOf } from "./places.ts";
import { readFinished } from "./reading/finished.ts";
import { checkSize } from "./size.ts";
import { compareTexts } from "./text/compare.ts";

/** What a finished edition is held against. */
export interface PreflightRequest {
  readonly report: Pick<Report, "locales" | "figures" | "tables" | "charts">;
  readonly edition: Pick<Edition, "language" | "state" | "charts" | "texts" | "locale">;
  readonly composition: Pick<Composition, "blocks" | "entries" | "slots" | "title">;
}

/** What a preflight found. */
export interface Preflighted {
  /** An error among them: the edition must not be delivered. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the edition shows, to be compared with the other editions. */
  readonly shown: ShownFigures;
  /** Labels of the pages on which texts stand, by key. */
  readonly places: ReadonlyMap<string, string>;
}

/** Stage 8: reads the finished bytes back and verifies all that a reader would see. Throws a `PdfFormatError` for bytes that are no PDF of ours. */
export function preflight(pdf: Uint8Array, { report, edition, composition }: PreflightRequest): Preflighted {
  const { language, locale, state } = edition;
  const finished = readFinished(pdf);
  const { labels } = finished;
  const placeOf = (key: string) => locale.texts.get(key)?.place;
  const complaints = createComplaints({ language, labels, placeOf });
  const pairs = compareTexts(composition.blocks, finished, complaints);
  const texts = checkParity(pairs, { report, edition, labels, complaints });
  // A text that is not there has been complained of.
  for (const { key } of composition.blocks)
    if (key !== null && !texts.has(key)) texts.set(key, { page: "", figures: null });
  checkFonts(language, finished, complaints);
  checkGeometry(finished, complaints);
  checkInk(finished, complaints);
  checkLinks(pairs, finished, complaints);
  checkContents(pairs, composition, finished, complaints);
  checkFolios(finished, complaints);
  checkOutline({ pairs, language, ...composition }, finished, complaints);
  checkDocument({ language, title: composition.title, pairs }, finished, complaints);
  checkSize(finished, complaints);
  checkLines(pairs, complaints);
  return {
    diagnostics: complaints.diagnostics(),
    shown: { language, draft: state === "draft", texts },
    places: placesOf(pairs, labels),
  };
}
