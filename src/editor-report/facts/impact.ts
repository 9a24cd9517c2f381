import type { Edition, TableView } from "../../model/edition.ts";
import type { FigureImpact } from "../../model/impact.ts";
import { SOURCE_LANGUAGE } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { ImpactInput } from "../input.ts";
import type { ImpactFact, TableChange } from "./facts.ts";
import { titleOf } from "./figures.ts";

/** The impact with the reasons of its corrections and the rows of the tables that change. */
export function impactFact(
  { revisions }: Pick<Report, "revisions">,
  edition: Edition,
  { impact, stale, before, proof }: ImpactInput,
): ImpactFact {
  const changed = new Set(impact.figures.map(({ ref }) => ref));
  const corrections = revisions.corrections
    .filter(({ figure, revision }) => changed.has(figure) && revision > impact.since)
    .map(({ figure, reason, decidedBy, date, place }) => {
      const english = reason.get(SOURCE_LANGUAGE) ?? [...reason.values()][0] ?? "";
      return [figure, { reason: english, decidedBy, date, place }] as const;
    });
  return {
    ...impact,
    stale,
    corrections: Object.fromEntries(corrections),
    tables: changedTables(impact.figures, before, edition),
    proof,
  };
}

function changedTables(figures: readonly FigureImpact[], before: Edition, after: Edition): TableChange[] {
  const ids = new Set(
    figures.flatMap(({ exhibits }) => exhibits.filter(({ kind }) => kind === "table").map(({ id }) => id)),
  );
  return [...ids].flatMap((id) => {
    const now = after.tables.get(id);
    const was = before.tables.get(id);
    return now && was ? [tableChange(was, now, after)] : [];
  });
}

function tableChange(was: TableView, now: TableView, edition: Edition): TableChange {
  const printed = new Map(
    was.rows.flatMap(({ cells }) => cells.map(({ ref, text }) => [ref, text] as const)),
  );
  const rows = now.rows.map(({ label, cells }) => ({
    label,
    cells: cells.map(({ ref, text }) => ({ before: printed.get(ref) ?? "", after: text })),
  }));
  return {
    id: now.id,
    title: titleOf(now, edition) ?? now.id,
    language: edition.language,
    header: now.header,
    rows: rows.filter(({ cells }) => cells.some((cell) => cell.before !== cell.after)),
  };
}
