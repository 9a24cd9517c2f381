import type { Edition } from "../../model/edition.ts";
import type { Status } from "../../model/figure.ts";
import { plainText } from "../../model/inline.ts";
import type { Report, Table } from "../../model/report.ts";
import type { Count, FiguresFact, TableFact } from "./facts.ts";

const STATUSES: readonly Status[] = ["normal", "provisional", "estimated", "missing", "not-applicable"];

/** The report's figures counted by status and source, and the tables cell by cell. */
export function figureFacts(report: Report | null, edition: Edition | null): FiguresFact {
  const figures = [...(report?.figures.values() ?? [])];
  return {
    total: figures.length,
    byStatus: STATUSES.map((id) => ({ id, count: figures.filter(({ status }) => status === id).length })),
    bySource: report ? sourceCounts(report) : [],
    tables: report && edition ? [...report.tables.values()].map((table) => tableFact(table, edition)) : [],
  };
}

function sourceCounts({ figures, sources }: Report): Count[] {
  const bySource = Map.groupBy(figures.values(), ({ source }) => source);
  const order = [...new Set([...sources.keys(), ...bySource.keys()])];
  return order.map((id) => {
    const own = bySource.get(id) ?? [];
    return {
      id,
      title: sources.get(id)?.title ?? id,
      url: sources.get(id)?.url ?? null,
      count: own.length,
      missing: own.filter(({ status }) => status === "missing").length,
    };
  });
}

function tableFact({ id, file, columns, rows }: Table, edition: Edition): TableFact {
  const labels = new Map(edition.tables.get(id)?.rows.map(({ code, label }) => [code, label]));
  return {
    id,
    title: titleOf(edition.tables.get(id), edition) ?? id,
    file,
    columns: columns.map((column) => column.id),
    rows: rows.map(({ code, cells }) => ({
      label: labels.get(code) ?? code,
      statuses: columns.map((column) => cells.get(column.id)?.status ?? "missing"),
    })),
  };
}

/** The title of a table or chart in an edition; null where it has none. */
export function titleOf(exhibit: { readonly title: string } | undefined, edition: Edition): string | null {
  const text = exhibit && edition.texts.get(exhibit.title);
  return text ? plainText(text.nodes) : null;
}
