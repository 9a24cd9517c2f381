import Big from "big.js";
import type { Figure } from "./figure.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Report } from "./report.ts";
import type { ReleasedFigure } from "./revision.ts";

/** A figure's value as written, with its places, or its date; null when it has neither. */
export function writtenValue({
  value,
  date,
  places,
}: Pick<Figure, "value" | "date" | "places">): string | null {
  return value?.toFixed(places) ?? date;
}

/** References of the figures that were read, not computed: indicators and cells. */
export function readReferences({ indicators, tables }: Pick<Report, "indicators" | "tables">): Set<string> {
  const rows = [...tables.values()].flatMap((table) => table.rows);
  const cells = rows.flatMap((row) => [...row.cells.values()]);
  return new Set([...indicators, ...cells.map(({ ref }) => ref)]);
}

/** A figure as a revision keeps it. */
export function releasedFigure(figure: Figure): ReleasedFigure {
  return { value: writtenValue(figure), unit: figure.unit.id, status: figure.status };
}

/** The seal of a revision file: a fingerprint of everything in it but the seal. */
export function sealOf(content: Readonly<Record<string, unknown>>): string {
  const { seal: _, ...rest } = content;
  return fingerprint(JSON.stringify(rest));
}

/** A figure with another value, as it was written. */
export function withValue(figure: Figure, written: string | null): Figure {
  if (written === null) return { ...figure, value: null, date: null, places: 0, status: "missing" };
  if (figure.unit.kind === "date") return { ...figure, date: written, value: null };
  const places = written.split(".")[1]?.length ?? 0;
  const status = figure.status === "missing" ? "normal" : figure.status;
  return { ...figure, value: new Big(written), places, status };
}
