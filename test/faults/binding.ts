import type { CheckKind, CheckResult } from "../../src/model/identity.ts";
import type { Report } from "../../src/model/report.ts";

/** Kinds in which the change of any figure is a discrepancy. */
const EXACT: ReadonlySet<CheckKind> = new Set(["sum", "equality", "difference", "count"]);

/** Kinds that are exact on the stated side; what they are computed from may change by less than the rounding. */
const EXACT_STATED: ReadonlySet<CheckKind> = new Set(["share", "rate", "ratio", "growth"]);

/** How the identities hold a figure: one of them breaks with any change, a range is kept, or none looks at it. */
export type Hold = "exactly" | "loosely" | "not";

/** A figure, and the kinds of check that it takes part in. */
export interface Binding {
  readonly ref: string;
  readonly hold: Hold;
  readonly kinds: readonly CheckKind[];
}

/** The checks that could be computed and that a figure takes part in. */
function checksOf({ checks }: Report, ref: string): CheckResult[] {
  return checks.filter(
    ({ outcome, figures }) => outcome !== "not-computable" && figures.some((figure) => figure.ref === ref),
  );
}

const isExactFor = ({ kind, statedRef }: CheckResult, ref: string): boolean =>
  EXACT.has(kind) || (EXACT_STATED.has(kind) && statedRef === ref);

/** How each figure of the data is bound that has a value and is not computed from others. */
export function bindings(report: Report): Binding[] {
  const cells = [...report.tables.values()].flatMap(({ rows }) =>
    rows.flatMap((row) => [...row.cells.values()].map(({ ref }) => ref)),
  );
  return [...report.indicators, ...cells].flatMap((ref): Binding[] => {
    const figure = report.figures.get(ref);
    if (!figure || (figure.value === null && figure.date === null)) return [];
    const checks = checksOf(report, ref);
    const exactly = checks.some((check) => isExactFor(check, ref));
    const hold = exactly ? "exactly" : checks.length > 0 ? "loosely" : "not";
    return [{ ref, hold, kinds: [...new Set(checks.map(({ kind }) => kind))].sort() }];
  });
}

/**
 * Why no identity could find that these figures have other values, in words; null when one should have. Only the declared checks are
 * asked, not what came of them: two figures that change places inside one sum leave it as it was.
 */
export function unbound(report: Report, changed: readonly string[]): string | null {
  const refs = new Set(changed.filter((ref) => !ref.startsWith("derived.")));
  if (refs.size === 0) return null;
  const exact = [...refs].flatMap((ref) => checksOf(report, ref).filter((check) => isExactFor(check, ref)));
  const within = (check: CheckResult) =>
    check.figures.filter(({ ref }) => refs.has(ref) && ref !== check.statedRef).length > 1 &&
    !refs.has(check.statedRef);
  if (exact.some((check) => !within(check) && !wholly(check, refs))) return null;
  if (exact.length > 0) return "the sums over both are the same";
  const any = [...refs].some((ref) => checksOf(report, ref).length > 0);
  return any ? "kept within the bounds of its identities" : "bound by no identity";
}

/** All figures of a check have changed together, as those of a row that took another name. */
const wholly = ({ figures }: CheckResult, refs: ReadonlySet<string>): boolean =>
  figures.every(({ ref }) => refs.has(ref));
