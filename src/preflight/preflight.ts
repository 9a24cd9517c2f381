import type { Composition } from "../model/composition.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Edition } from "../model/edition.ts";
import type { Memo } from "../model/memo.ts";
import type { Report } from "../model/report.ts";
import { type Complaints, createComplaints, pageName } from "./complaints.ts";
import { examine } from "./examine.ts";
import { checkContents } from "./navigation/contents.ts";
import { checkDocument } from "./navigation/document.ts";
import { checkLinks } from "./navigation/links.ts";
import { checkOutline } from "./navigation/outline.ts";
import type { ShownFigures, ShownText } from "./parity/editions.ts";
import { createReaders, type KeepChart, type NumberReaders } from "./parity/parity.ts";
import { placesOf } from "./places.ts";
import { type Opened, openFinished, readFinished } from "./reading/finished.ts";
import { checkSize } from "./size.ts";
import { chartKeeper, createKeys, wordsOf } from "./stretches/key.ts";
import { type Proof, placedBy, proofOf, shownBy } from "./stretches/proof.ts";
import { type EditionStretch, stretchesOf } from "./stretches/stretches.ts";
import type { Placed } from "./text/compare.ts";

/** What a finished edition is held against. */
export interface PreflightRequest {
  readonly report: Pick<Report, "locales" | "figures" | "tables" | "charts">;
  readonly edition: Pick<Edition, "language" | "state" | "charts" | "texts" | "locale">;
  readonly composition: Pick<Composition, "blocks" | "entries" | "slots" | "title">;
  /** Remembers the stretches in which nothing was wrong; without it the edition is examined as one. */
  readonly memo?: Memo;
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
export function preflight(pdf: Uint8Array, request: PreflightRequest): Preflighted {
  const { edition, composition } = request;
  const { language, locale, state } = edition;
  const opened = openFinished(pdf);
  const { labels } = opened;
  const complain = () =>
    createComplaints({ language, labels, placeOf: (key) => locale.texts.get(key)?.place });
  const complaints = complain();
  const examination: Examination = { opened, request, readers: createReaders(request), complain };
  const { placed, texts } = proven(examination) ?? examineAll(examination, complaints);
  checkLinks(opened, complaints);
  checkContents(placed, composition, opened, complaints);
  checkOutline({ placed, language, ...composition }, opened, complaints);
  checkDocument({ language, title: composition.title }, opened, complaints);
  checkSize(opened, complaints);
  return {
    diagnostics: complaints.diagnostics(),
    shown: { language, draft: state === "draft", texts },
    places: placesOf(placed, labels),
  };
}

interface Examination {
  readonly opened: Opened;
  readonly request: PreflightRequest;
  readonly readers: NumberReaders;
  readonly complain: () => Complaints;
}

/** What the examination of an edition's pages gives to the checks of the whole. */
interface Examined {
  readonly placed: readonly Placed[];
  readonly texts: ReadonlyMap<string, ShownText>;
}

/** An edition in whose stretches, chapter by chapter, nothing is wrong: now, or when the same was examined before. Null if anything is. */
function proven(examination: Examination): Examined | null {
  const { opened, request } = examination;
  const { memo, edition, report, composition } = request;
  if (!memo) return null;
  const held = { report, edition, language: edition.language, words: wordsOf({ report }) };
  const keyOf = createKeys(opened, held);
  const keepChart = chartKeeper(held, memo);
  const placed: Placed[] = [];
  const texts = new Map<string, ShownText>();
  for (const stretch of stretchesOf(opened, composition)) {
    const proof = memo.once<Proof | null>(
      `proof ${edition.language}`,
      () => keyOf(stretch),
      () => prove(stretch, { ...examination, keepChart }),
      (made) => made !== null,
    );
    if (proof === null) return null;
    placed.push(...placedBy(proof, stretch));
    for (const [key, page, figures] of shownBy(proof, stretch)) {
      const before = texts.get(key);
      const at = before?.page ?? pageName(page, opened.labels);
      texts.set(key, { page: at, figures: [...(before?.figures ?? []), ...figures] });
    }
  }
  return { placed, texts };
}

function prove(
  stretch: EditionStretch,
  examination: Examination & { readonly keepChart: KeepChart },
): Proof | null {
  const complaints = examination.complain();
  const { opened, request, readers, keepChart } = examination;
  const finished = readFinished(opened, stretch);
  const { pairs, texts } = examine(finished, stretch.blocks, { ...request, readers, complaints, keepChart });
  return complaints.diagnostics().length > 0 ? null : proofOf(stretch, pairs, texts);
}

/** Examines all pages as one: what is wrong is then said of the whole, and what stands in a wrong chapter is found there. */
function examineAll(examination: Examination, complaints: Complaints): Examined {
  const { opened, request, readers } = examination;
  const { blocks } = request.composition;
  const { pairs, texts } = examine(readFinished(opened), blocks, { ...request, readers, complaints });
  // A text that is not there has been complained of.
  for (const { key } of blocks)
    if (key !== null && !texts.has(key)) texts.set(key, { page: "", figures: null });
  return { placed: pairs, texts };
}
