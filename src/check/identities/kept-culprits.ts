import Big from "big.js";
import type { Figure } from "../../model/figure.ts";
import { hashOf } from "../../model/hash.ts";
import type { Memo } from "../../model/memo.ts";
import { figuresOf, findCulprits, type Judged, type Repair, soughtIn } from "./culprits.ts";
import type { Instance } from "./instances.ts";

/** A repair as it is remembered: its figure by reference, its value as text. */
interface KeptRepair extends Omit<Repair, "figure" | "to"> {
  readonly figure: string;
  readonly to: string;
}

/**
 * As {@link findCulprits}, which tries hundreds of values. It is remembered by the failing identities, those that share a figure with them, and the
 * values of all these: a discrepancy that is known and stands where nothing has changed is not searched again.
 */
export function keptCulprits(judged: Judged, memo: Memo): Map<string, Repair[]> {
  let found: Map<string, Repair[]> | null = null;
  const kept = memo.once(
    "culprits",
    () =>
      hashOf(
        JSON.stringify([[...judged.failing], acceptedText(judged), concernedBy(judged).map(instanceText)]),
      ),
    () => {
      found = findCulprits(judged);
      return [...found].map(([id, repairs]) => [id, repairs.map(toKept)] as const);
    },
  );
  if (found) return found;
  const figures = new Map(
    soughtIn(judged)
      .flatMap(figuresOf)
      .map((figure) => [figure.ref, figure]),
  );
  return new Map(kept.map(([id, repairs]) => [id, repairs.flatMap((repair) => revived(repair, figures))]));
}

/** The failing identities and those that share a figure with them, in order. */
function concernedBy(judged: Judged): Instance[] {
  const sought = soughtIn(judged);
  if (sought.length === 0) return [];
  const failing = new Set(sought);
  const refs = new Set(sought.flatMap(figuresOf).map(({ ref }) => ref));
  return judged.instances.filter((instance) => failing.has(instance) || namesAny(instance, refs));
}

function namesAny({ roles }: Instance, refs: ReadonlySet<string>): boolean {
  for (const terms of roles.values())
    if (terms.some(({ figure }) => figure !== null && refs.has(figure.ref))) return true;
  return false;
}

function acceptedText({ accepted }: Judged): string[] {
  return [...accepted].map(([id, difference]) => `${id} ${difference.toFixed()}`);
}

/** All of an identity that a judgement hangs on. */
function instanceText({ id, kind, rounding, options, roles }: Instance): unknown {
  const terms = [...roles].map(([role, all]) => [
    role,
    all.map(({ ref, figure, value }) => [ref, value?.toFixed() ?? null, figure && figureText(figure)]),
  ]);
  return [id, kind, rounding, options, terms];
}

function figureText({ places, status, date }: Figure): string {
  return `${places} ${status} ${date}`;
}

function toKept({ figure, to, ...rest }: Repair): KeptRepair {
  return { ...rest, figure: figure.ref, to: to.toFixed() };
}

function revived({ figure: ref, to, ...rest }: KeptRepair, figures: ReadonlyMap<string, Figure>): Repair[] {
  const figure = figures.get(ref);
  return figure ? [{ ...rest, figure, to: new Big(to) }] : [];
}
