import type { ChartView } from "../model/edition.ts";
import { families } from "../model/faces.ts";
import type { Language } from "../model/language.ts";
import { escapeText, round } from "./clean-svg.ts";
import type { TextMeasure } from "./measure.ts";
import { wrap } from "./wrap.ts";

/** Width of every chart in CSS pixels: the page's text width of 160 mm. */
export const CHART_WIDTH = 604;

/** Smallest text of a chart in CSS pixels: 8.25 pt. */
const NOTE_SIZE = 11;
const LINE = 1.45;

const INK = "#1c232b";
const QUIET = "#5a6572";

/** An SVG with its height in CSS pixels. */
export interface Framed {
  readonly svg: string;
  readonly height: number;
}

/** A chart's drawing with its notes beneath, as one picture with alternative text. */
export function frame(
  view: ChartView,
  drawing: { readonly body: string; readonly height: number; readonly notes: readonly string[] },
  measure: TextMeasure,
): Framed {
  const lines = drawing.notes.flatMap((note) => wrapped(note, view.language, CHART_WIDTH, measure));
  const top = drawing.height + (lines.length > 0 ? 8 : 0);
  const notes = lines.map((line, index) =>
    textAt(line, { x: 0, y: top + NOTE_SIZE + index * NOTE_SIZE * LINE, size: NOTE_SIZE, fill: QUIET }),
  );
  const height = Math.ceil(top + lines.length * NOTE_SIZE * LINE);
  return { svg: root(view, height, drawing.body + notes.join("")), height };
}

const PANEL = { inset: 16, bar: 3, headline: 12, top: 16 } as const;

/** The quiet panel in the place of a chart whose data the source does not supply. */
export function panel(
  view: ChartView,
  [headline = "", ...details]: readonly string[],
  measure: TextMeasure,
): Framed {
  const width = CHART_WIDTH - 2 * PANEL.inset;
  const lines = details.flatMap((detail) => wrapped(detail, view.language, width, measure));
  const first = PANEL.top + PANEL.headline;
  const height = Math.ceil(first + 5 + lines.length * NOTE_SIZE * LINE + PANEL.top - 2);
  const x = PANEL.inset;
  const body = [
    `<rect x="0" y="0" width="${CHART_WIDTH}" height="${height}" fill="#f3f6f9"/>`,
    `<rect x="0" y="0" width="${PANEL.bar}" height="${height}" fill="#c9d1d9"/>`,
    textAt(headline, { x, y: first - 2, size: PANEL.headline, fill: INK, weight: 600 }),
    ...lines.map((line, index) =>
      textAt(line, { x, y: first + 5 + NOTE_SIZE + index * NOTE_SIZE * LINE, size: NOTE_SIZE, fill: QUIET }),
    ),
  ];
  return { svg: root(view, height, body.join("")), height };
}

function wrapped(text: string, language: Language, width: number, measure: TextMeasure): string[] {
  const face = { family: families(language).sans, size: NOTE_SIZE, weight: 400 };
  return wrap(text, language, width, (piece) => measure(piece, face));
}

interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
}

function textAt(text: string, { x, y, size, fill, weight }: TextStyle): string {
  const bold = weight === undefined ? "" : ` font-weight="${weight}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}px"${bold} fill="${fill}">${escapeText(text)}</text>`;
}

function root({ alt, language }: ChartView, height: number, body: string): string {
  const box = `width="${CHART_WIDTH}" height="${height}" viewBox="0 0 ${CHART_WIDTH} ${height}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeText(alt)}" ${box} ` +
    `font-family="'${families(language).sans}'">${body}</svg>`
  );
}
