import { lintHtml } from "../../compose/lint/lint.ts";
import { type Drawing, drawChart } from "../../draw/chart.ts";
import { createMeasure, type TextMeasure } from "../../draw/measure.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ChartView } from "../../model/edition.ts";
import { FACES, type Face } from "../../model/faces.ts";
import type { Language } from "../../model/language.ts";
import { type CutFace, cutFaces } from "../../print/fonts/subset.ts";
import { cutFace } from "../../web/fonts/faces.ts";
import { cutFont } from "../cut-font.ts";
import { fontFile, fontTables } from "../fonts.ts";
import { answerOrders } from "./answers.ts";

/** A chart without its rows, which hold decimals that cannot be sent; drawing reads the specification. */
export type SentView = Omit<ChartView, "rows">;

/** What is asked of the thread that draws charts, lints HTML and cuts fonts. */
export type Work =
  | { readonly kind: "chart"; readonly view: SentView }
  | { readonly kind: "lint"; readonly html: string; readonly styles: ReadonlyMap<string, string> }
  | { readonly kind: "font"; readonly face: Face; readonly characters: string }
  | { readonly kind: "cut"; readonly language: Language; readonly characters: string };

type Result = Drawing | Uint8Array | readonly Diagnostic[] | readonly CutFace[];

answerOrders((work: Work) => WORK[work.kind](work as never));

// Loaded while the content is checked: no chart is asked for before.
void Promise.all([import("vega"), import("vega-lite")]);

const WORK: { [Kind in Work["kind"]]: (work: Extract<Work, { kind: Kind }>) => Promise<Result> | Result } = {
  chart: ({ view }) => draw(view),
  lint: ({ html, styles }) => lintHtml(html, styles),
  font: ({ face, characters }) => cutFace(fontFile(face), { characters }, cutFont),
  cut: ({ language, characters }) =>
    cutFaces(
      FACES[language].map((face) => ({ ...face, bytes: fontFile(face) })),
      characters,
      cutFont,
    ),
};

const measures = new Map<Language, TextMeasure>();

function draw(view: SentView): Promise<Drawing> {
  const { language } = view;
  const measure = measures.get(language) ?? measureOf(language);
  measures.set(language, measure);
  return drawChart({ ...view, rows: [] }, measure);
}

function measureOf(language: Language): TextMeasure {
  const sans = FACES[language].filter(({ role }) => role === "sans");
  return createMeasure(sans.map((face) => ({ ...face, bytes: fontTables(face) })));
}
