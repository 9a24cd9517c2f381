import type { Edition } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { SOURCE_LANGUAGE } from "../../model/language.ts";
import { placeholders } from "../../model/placeholder.ts";
import type { Report, Table } from "../../model/report.ts";
import type { MissingFact } from "./facts.ts";
import { titleOf } from "./figures.ts";

/** The data that the sources do not supply: first by table, then the indicators, each with what it blanks. */
export function missingFacts(report: Report, edition: Edition): MissingFact[] {
  const tables = [...report.tables.values()].flatMap((table) => missingInTable(table, report, edition));
  const indicators = report.indicators.flatMap((ref) => {
    const figure = report.figures.get(ref);
    return figure?.status === "missing" ? [missingIndicator(figure, report, edition)] : [];
  });
  return [...tables, ...indicators];
}

function missingInTable(table: Table, report: Report, edition: Edition): MissingFact[] {
  const cells = table.rows.flatMap((row) => [...row.cells.values()]);
  const missing = cells.filter(({ status }) => status === "missing");
  const [first] = missing;
  if (!first) return [];
  const columns = table.columns.map(({ id }) => ({
    id,
    missing: table.rows.filter(({ cells: own }) => own.get(id)?.status === "missing").length,
    of: table.rows.length,
  }));
  return [
    {
      id: table.id,
      title: titleOf(edition.tables.get(table.id), edition) ?? table.id,
      kind: "table",
      place: { ...first.place, file: table.file },
      columns: columns.filter((column) => column.missing > 0),
      ...blanked(missing, report, edition),
    },
  ];
}

function missingIndicator(figure: Figure, report: Report, edition: Edition): MissingFact {
  const { ref, place } = figure;
  return {
    id: ref,
    title: ref,
    kind: "indicator",
    place,
    columns: [],
    ...blanked([figure], report, edition),
  };
}

/** What cannot be shown or computed without some figures. */
function blanked(
  missing: readonly Figure[],
  { sources, locales, checks }: Report,
  edition: Edition,
): Pick<MissingFact, "sources" | "charts" | "texts" | "checks"> {
  const refs = new Set(missing.map(({ ref }) => ref));
  const charts = [...edition.charts.values()].filter(({ reads }) => reads.some((ref) => refs.has(ref)));
  const texts = [...(locales.get(SOURCE_LANGUAGE)?.texts.values() ?? [])];
  const uncomputed = checks.filter(({ outcome }) => outcome === "not-computable");
  return {
    sources: [...new Set(missing.map(({ source }) => sources.get(source)?.title ?? source))],
    charts: charts.map((chart) => ({
      id: chart.id,
      title: titleOf(chart, edition) ?? chart.id,
      completeness: chart.completeness,
    })),
    texts: texts
      .filter(({ template }) => placeholders(template).some(({ ref }) => refs.has(ref)))
      .map(({ key }) => key),
    checks: uncomputed.filter(({ figures }) => figures.some(({ ref }) => refs.has(ref))).map(({ id }) => id),
  };
}
