import type Big from "big.js";
import type { Place } from "./diagnostic.ts";

/**
 * Observation status in the words of SDMX (code list CL_OBS_STATUS: A, P, E, M), and `not-applicable` for a
 * cell that can have no value (printed as a slash).
 */
export type Status = "normal" | "provisional" | "estimated" | "missing" | "not-applicable";

/** What a unit measures; formatters and checks use it, labels live in the locales. */
export type UnitKind = "count" | "decimal" | "percent" | "money" | "rank" | "year" | "date";

/** A unit of measurement as the report declares it in `report.yaml`. */
export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
  /** One of this unit is so many base units: 1,000,000 for `million-yuan`, 10,000 for `ten-thousand-people`. */
  readonly scale: number;
}

/** One figure: the only place where its value lives. Prose, tables, charts and checks refer to it by `ref`. */
export interface Figure {
  /** `trademarks.applications` for an indicator, `<table>.<row>.<column>` for a table's cell. */
  readonly ref: string;
  /** The value in its unit, exact; null when missing, not applicable or a date. */
  readonly value: Big | null;
  /** A calendar date, ISO 8601 (`2021-12-31`), for a figure whose unit's kind is `date`; else null. */
  readonly date: string | null;
  /** Decimal places as written in the source: 2 for `28.40`. */
  readonly places: number;
  readonly unit: Unit;
  readonly status: Status;
  /** Id of the source, as declared in `report.yaml`. */
  readonly source: string;
  readonly place: Place;
}
