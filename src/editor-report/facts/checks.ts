import Big from "big.js";
import type { Figure } from "../../model/figure.ts";
import type { CheckResult } from "../../model/identity.ts";
import { writtenValue } from "../../model/released.ts";
import type { Report } from "../../model/report.ts";
import type { CheckFact, FigureFact } from "./facts.ts";

/** Every check with both its sides, in file order. */
export function checkFacts({ checks }: Pick<Report, "checks">): CheckFact[] {
  return checks.map((result) => ({
    id: result.id,
    kind: result.kind,
    says: result.says,
    outcome: result.acknowledgement ? "acknowledged" : result.outcome,
    stated: result.stated?.toFixed() ?? null,
    computed: result.computed?.toFixed() ?? null,
    difference: result.difference?.toFixed() ?? null,
    claim: result.claim,
    finding: result.finding,
    grouped: result.figures[0]?.unit.kind !== "year",
    figures: result.figures.map(figureFact),
    addsUp: addsUp(result),
    hints: result.hints,
    acknowledgement: acknowledgementFact(result),
    place: result.place,
  }));
}

function figureFact(figure: Figure): FigureFact {
  const { ref, unit, status, place } = figure;
  return { ref, value: writtenValue(figure), unit: unit.id, kind: unit.kind, status, place };
}

function acknowledgementFact({ acknowledgement }: CheckResult): CheckFact["acknowledgement"] {
  if (!acknowledgement) return null;
  const { reason, decidedBy, date, note, place } = acknowledgement;
  return { reason, decidedBy, date, note, place };
}

function addsUp({ figures, computed }: CheckResult): boolean {
  const parts = figures.slice(1).flatMap(({ value }) => value ?? []);
  const sum = parts.reduce((total, value) => total.plus(value), new Big(0));
  return parts.length > 1 && parts.every((value) => value.gte(0)) && computed !== null && sum.eq(computed);
}
