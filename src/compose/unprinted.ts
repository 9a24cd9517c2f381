import type { Composition } from "../model/composition.ts";
import { type Diagnostic, type Place, warning } from "../model/diagnostic.ts";
import type { ChartView, Edition } from "../model/edition.ts";
import { exhibitId } from "./draft.ts";

/** Files of a year's texts that are printed by other ways than a chapter's template. */
const BESIDE_CHAPTERS: ReadonlySet<string> = new Set(["exhibits", "metadata"]);

/**
 * Warnings for what the report has and no template prints: texts of chapters, and charts. A line that slips out of a template would
 * otherwise take a paragraph out of all editions without a word.
 */
export function unprinted(composition: Composition, edition: Edition): Diagnostic[] {
  return [...unprintedTexts(composition, edition), ...unprintedCharts(composition, edition)];
}

function unprintedTexts({ blocks }: Composition, { locale, texts, year }: Edition): Diagnostic[] {
  const printed = new Set(blocks.map(({ key }) => key));
  const folder = `locales/${locale.language}/${year}/`;
  return [...texts.keys()].flatMap((key) => {
    const place = locale.texts.get(key)?.place;
    const [file = ""] = key.split(".");
    if (!place?.file.startsWith(folder) || BESIDE_CHAPTERS.has(file) || printed.has(key)) return [];
    return [leftOut("text", key, place)];
  });
}

function unprintedCharts({ entries }: Composition, { charts }: Edition): Diagnostic[] {
  const printed = new Set(entries.map(({ id }) => id));
  return [...charts.values()]
    .filter(({ id }: ChartView) => !printed.has(exhibitId("chart", id)))
    .map(({ id }) => leftOut("chart", id, { file: `templates/charts/${id}.vl.json` }));
}

function leftOut(what: "text" | "chart", name: string, place: Place): Diagnostic {
  return warning({
    code: `unprinted-${what}`,
    message: `the ${what} “${name}” is printed by no template`,
    place,
    hints: [`name it in the chapter's template in templates/chapters/, or remove it`],
  });
}
