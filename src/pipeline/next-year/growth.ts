import { alike } from "../../check/identities/instances.ts";
import type { Figure } from "../../model/figure.ts";
import type { CheckKind } from "../../model/identity.ts";
import type { Report } from "../../model/report.ts";

/** A figure that was typed as a change from the year before, and follows from two years' data now. */
export interface Change {
  /** Reference of the change: it stays. */
  readonly ref: string;
  readonly formula: "growth" | "difference";
  /** Reference of the figure that changes. */
  readonly value: string;
  readonly unit: string;
  /** Decimal places as the source prints them; null where they follow from the figures. */
  readonly places: number | null;
  readonly source: string;
}

/** What the name of a change from the year before ends with. */
const SUFFIX = /_(?:yoy|change)$/;

/** Kinds of check that state a change first, and second what changes. */
const STATING: ReadonlySet<CheckKind> = new Set(["growth", "growth-possible", "difference"]);

/** Places of a percentage whose own are not known. */
const USUAL_PLACES = 2;

/**
 * The indicators that are changes of a figure which the report has, too. A check of the growth says of which figure; else the name does:
 * `trademarks.applications_yoy` is of `trademarks.applications`.
 */
export function changesIn(report: Report): Change[] {
  const stated = statedChanges(report);
  return report.indicators.flatMap((ref) => {
    const figure = report.figures.get(ref);
    const value = report.figures.get(stated.get(ref) ?? ref.replace(SUFFIX, ""));
    if (!figure || !value || value === figure || !SUFFIX.test(ref)) return [];
    const formula = formulaFor(figure, value);
    return formula ? [toChange(figure, value, formula)] : [];
  });
}

function statedChanges({ checks }: Report): Map<string, string> {
  const pairs = checks
    .filter(({ kind }) => STATING.has(kind))
    .map(({ figures: [change, value] }) => [change?.ref ?? "", value?.ref ?? ""] as const);
  return new Map(pairs.toReversed());
}

/** A change in the figure's own unit is a difference; one in percent of another unit is a growth. Others cannot be told. */
function formulaFor(change: Figure, value: Figure): Change["formula"] | null {
  const sameUnit = alike(change.unit, value.unit);
  if (sameUnit && !change.ref.endsWith("_yoy")) return "difference";
  if (sameUnit || change.unit.kind !== "percent" || value.unit.kind === "date") return null;
  return "growth";
}

function toChange(figure: Figure, value: Figure, formula: Change["formula"]): Change {
  const places = figure.value === null ? USUAL_PLACES : figure.places;
  return {
    ref: figure.ref,
    formula,
    value: value.ref,
    unit: figure.unit.id,
    places: formula === "growth" ? places : null,
    source: figure.source,
  };
}
