import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Figure, Unit } from "../../model/figure.ts";
import type { Acknowledgement, CheckResult } from "../../model/identity.ts";
import { SOURCE_LANGUAGE } from "../../model/language.ts";
import { type Memo, NO_MEMO } from "../../model/memo.ts";
import type { Dimension, Locale, Source, Table } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { parseKept } from "../readers/document.ts";
import { readYaml } from "../readers/yaml.ts";
import { idleAcknowledgements, readAcknowledgements } from "./acknowledgements.ts";
import { checksSchema } from "./checks-schema.ts";
import { deriveFigures } from "./derived.ts";
import { instancesOf } from "./instances.ts";
import { acknowledged, changedDiscrepancy, discrepancy, neverComputable, notComputable } from "./messages.ts";
import { judgeAll } from "./results.ts";

/** What identities are checked against: the report as far as it was read. */
export interface IdentityWorld {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly locales: ReadonlyMap<string, Locale>;
}

/** The figures, derived ones among them, and what came of each check. */
export interface Identities {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly checks: readonly CheckResult[];
  /** Discrepancies, and acknowledgements that accept nothing: the report can be looked at all the same. */
  readonly claims: Diagnostic[];
}

/**
 * Computes the derived figures and checks the identities of `data/<year>/checks.yaml`. A discrepancy is an error, or a note once
 * `acknowledgements.yaml` accepts it with its exact difference; a check that lacks a figure is a note. `diagnostics` takes what
 * is wrong with the two files themselves.
 */
export function checkIdentities(
  sources: Sources,
  world: IdentityWorld,
  diagnostics: Diagnostic[],
  memo: Memo = NO_MEMO,
): Identities {
  const source = sources.files.get(`data/${sources.year}/checks.yaml`);
  const document = source ? readYaml(source, diagnostics, memo) : null;
  const kept = { name: "checks", text: source?.text ?? "", memo };
  const file = document && parseKept(checksSchema, () => document, kept, diagnostics);
  const { list: acknowledgements, isUnread } = readAcknowledgements(sources, diagnostics, memo);
  if (!document || !file) return { figures: world.figures, checks: [], claims: [] };
  const derived = deriveFigures(
    { inputs: file.derived, document, world, units: world.units, sources: new Set(world.sources.keys()) },
    diagnostics,
  );
  const figures = new Map([...world.figures, ...derived]);
  const before = diagnostics.length;
  const instances = instancesOf(file, { document, world: { ...world, figures } }, diagnostics);
  const results = judgeAll(
    instances,
    new Map(acknowledgements.map(({ check, difference }) => [check, difference])),
    memo,
  );
  const texts = new Set(world.locales.get(SOURCE_LANGUAGE)?.texts.keys());
  // A check that could not be set up is not “unknown”: its acknowledgement waits until it is mended.
  const idle = diagnostics.length > before ? [] : idleAcknowledgements({ results, acknowledgements, texts });
  const accepted = new Map(
    acknowledgements.map((acknowledgement) => [acknowledgement.check, acknowledgement]),
  );
  const known = results.filter(({ id }) => !isUnread(id));
  return {
    figures,
    checks: results.map((result) => withAcknowledgement(result, accepted)),
    claims: [...idle, ...discrepancies(known, accepted), ...uncomputed(results)],
  };
}

function discrepancies(
  results: readonly CheckResult[],
  accepted: ReadonlyMap<string, Acknowledgement>,
): Diagnostic[] {
  return results
    .filter(({ outcome }) => outcome === "failed")
    .map((result) => {
      const acknowledgement = accepted.get(result.id);
      if (!acknowledgement) return discrepancy(result);
      return result.difference?.eq(acknowledgement.difference)
        ? acknowledged(result, acknowledgement)
        : changedDiscrepancy(result, acknowledgement);
    });
}

/** An error for each check that asks for a value where there can be none; one note for each declared check that lacks a figure. */
function uncomputed(results: readonly CheckResult[]): Diagnostic[] {
  const families = Map.groupBy(results, ({ family }) => family);
  return [...families.values()].flatMap((family) => {
    const lacking = family.filter(({ outcome }) => outcome === "not-computable");
    const never = lacking.filter(asksForNothing);
    const waiting = lacking.filter((result) => !asksForNothing(result));
    return [...never.map(neverComputable), ...notComputable(waiting, family.length)];
  });
}

/** Parts of a sum may have no value by their nature, and are left out: then the check is computed. */
function asksForNothing({ figures }: CheckResult): boolean {
  const without = figures.filter(({ value }) => value === null);
  return without.length > 0 && without.every(({ status }) => status === "not-applicable");
}

function withAcknowledgement(
  result: CheckResult,
  accepted: ReadonlyMap<string, Acknowledgement>,
): CheckResult {
  const acknowledgement = accepted.get(result.id);
  const applies =
    result.outcome === "failed" && acknowledgement && result.difference?.eq(acknowledgement.difference);
  return applies ? { ...result, acknowledgement } : result;
}
