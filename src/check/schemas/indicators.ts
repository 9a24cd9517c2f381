import { z } from "zod";
import { identifier } from "./scalars.ts";

/** One indicator, as its author writes it. */
export const indicatorSchema = z.strictObject({
  /** The value as written in the source; leave it out when `status` is `missing`. */
  value: z.string().optional(),
  /** Unit, as declared in `report.yaml`. */
  unit: identifier,
  /** Source, as declared in `report.yaml`. */
  source: identifier,
  /** Observation status (SDMX). */
  status: z.enum(["normal", "provisional", "estimated", "missing"]).default("normal"),
  /** Place in the source: “II.1”. */
  at: z.string().optional(),
});

/** One indicator that fits the schema. */
export type IndicatorInput = z.output<typeof indicatorSchema>;

/** Dotted id of an indicator: `trademarks.applications`. */
const indicatorId = z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_]*)+$/, {
  error: "a dotted id of lower-case letters, digits and “_”, such as trademarks.applications",
});

/** The ids of all indicators. */
export const indicatorIdsSchema = z.record(indicatorId, z.unknown());

/**
 * `data/<year>/indicators.yaml`: every figure that the prose quotes and no table holds. Ids and indicators have schemas of their own,
 * so that what is wrong with one does not hide the others.
 */
export const indicatorsSchema = z.strictObject({ indicators: z.record(z.string(), z.unknown()) });
