import type { Edition } from "../../model/edition.ts";
import { plainText } from "../../model/inline.ts";
import type { EditionPair, ExhibitImpact } from "./impact.ts";

/** The tables and charts of an edition that show a figure. */
export function exhibitImpacts(ref: string, pair: EditionPair): ExhibitImpact[] {
  return [...tableImpacts(ref, pair), ...chartImpacts(ref, pair)];
}

function tableImpacts(ref: string, { language, before, after, pages }: EditionPair): ExhibitImpact[] {
  return [...after.tables.values()].flatMap((table) => {
    const cell = cellOf(after, table.id, ref);
    if (!cell || !isShown(table.title, pages)) return [];
    const was = cellOf(before, table.id, ref);
    const title = titleOf(after, table.title);
    const page = pages.get(table.title) ?? null;
    return [
      {
        kind: "table" as const,
        id: table.id,
        language,
        title,
        page,
        printedBefore: was?.text ?? "",
        printedAfter: cell.text,
        alt: null,
      },
    ];
  });
}

function chartImpacts(ref: string, { language, before, after, pages }: EditionPair): ExhibitImpact[] {
  return [...after.charts.values()].flatMap((chart) => {
    if (!chart.reads.includes(ref) || !isShown(chart.title, pages)) return [];
    const was = before.charts.get(chart.id);
    const alt = was && was.alt !== chart.alt ? { before: was.alt, after: chart.alt } : null;
    const title = titleOf(after, chart.title);
    const page = pages.get(chart.title) ?? null;
    return [
      {
        kind: "chart" as const,
        id: chart.id,
        language,
        title,
        page,
        printedBefore: "",
        printedAfter: "",
        alt,
      },
    ];
  });
}

/** A table may be there for the sake of a chart alone; what stood on no page of the last release was not shown. */
function isShown(title: string, pages: EditionPair["pages"]): boolean {
  return pages.size === 0 || pages.has(title);
}

function cellOf(edition: Edition, table: string, ref: string) {
  return edition.tables
    .get(table)
    ?.rows.flatMap(({ cells }) => cells)
    .find((cell) => cell.ref === ref);
}

function titleOf(edition: Edition, key: string): string {
  return plainText(edition.texts.get(key)?.nodes ?? []);
}
