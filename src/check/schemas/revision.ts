import { z } from "zod";
import { isoDate, wholeNumber } from "./scalars.ts";

const releasedFigure = z.strictObject({
  value: z.string().nullable(),
  unit: z.string(),
  status: z.enum(["normal", "provisional", "estimated", "missing", "not-applicable"]),
});

const textsByKey = z.record(z.string(), z.string());

const releasedCorrection = z.strictObject({ reason: textsByKey, decided_by: z.string(), date: isoDate });

/** `data/<year>/revisions/<n>.json`, written by `whitepaper release` and by nobody else. */
export const revisionSchema = z.strictObject({
  revision: z.number().int().positive(),
  date: isoDate,
  figures: z.record(z.string(), releasedFigure),
  derived: z.record(z.string(), releasedFigure),
  failing: textsByKey,
  texts: z.record(z.string(), textsByKey),
  pages: z.record(z.string(), textsByKey),
  layout: textsByKey,
  corrections: z.record(z.string(), releasedCorrection).default({}),
  /** Fingerprint of all the rest: a released state edited by hand is noticed. */
  seal: z.string(),
});

/** A revision file that fits the schema. */
export type RevisionFile = z.output<typeof revisionSchema>;

const value = z.string({ error: "the value as written, or “missing”" });

const correction = z.strictObject({
  /** Reference of the corrected figure: an indicator's id or `<table>.<row>.<column>`. */
  figure: z.string().min(1),
  /** The released value, as written; `missing` when there was none. */
  was: value,
  /** The corrected value, as written; `missing` when there is none. */
  is: value,
  /** Why, for the reader: one text for each edition's language. */
  reason: z.record(z.string(), z.string().min(1)),
  /** The office that decided. */
  decided_by: z.string().min(1),
  /** Day of the decision. */
  date: isoDate,
  /** Number of the revision that brings the correction: the last released one plus one, for a new correction. */
  revision: wholeNumber,
});

/** `data/<year>/corrections.yaml`: every correction since the first release, kept for good. */
export const correctionsSchema = z.strictObject({ corrections: z.array(correction).default([]) });

/** One correction that fits the schema. */
export type CorrectionInput = z.output<typeof correction>;
