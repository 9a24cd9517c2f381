import type { Catcher } from "./catchers.ts";
import type { FaultKind } from "./fault.ts";
import { createRandom, type Random } from "./random.ts";

/** What came of one fault, for the table. */
export interface Outcome {
  readonly what: string;
  /** What catches it, in the order of a build; empty when nothing does. */
  readonly caught: readonly Catcher[];
  /** Only warnings say it. */
  readonly mildly: boolean;
  /** Whether it is caught once the sound report is released; null where a release makes no difference. */
  readonly afterRelease: boolean | null;
  /** Why nothing can catch it; null when something should. */
  readonly reason: string | null;
}

/** One line of the table. */
export interface Row {
  readonly group: string;
  readonly kind: string;
  readonly outcomes: readonly Outcome[];
}

/** What is asked of one kind. */
export interface Series<Sound, Fault> {
  readonly kind: FaultKind<Sound, Fault>;
  readonly sound: Sound;
  readonly count: number;
  /** Every series has random choices of its own, so that another kind more does not change them all. */
  readonly seed: string;
}

/** So many tries for each fault wanted: a chosen place may not allow it, or the same fault comes twice. */
const TRIES = 60;

/** Different faults of one kind: as many as are asked for, or as there are. */
export function faultsOf<Sound, Fault extends { readonly what: string }>({
  kind,
  sound,
  count,
  seed,
}: Series<Sound, Fault>): Fault[] {
  const random: Random = createRandom(`${seed}/${kind.name}`);
  const faults = new Map<string, Fault>();
  for (let tries = 0; tries < count * TRIES && faults.size < count; tries++) {
    const fault = kind.make(sound, random);
    if (fault && !faults.has(fault.what)) faults.set(fault.what, fault);
  }
  return [...faults.values()];
}

/** The outcomes that nothing catches and nothing explains. */
export function unexplained(rows: readonly Row[]): string[] {
  return rows.flatMap(({ group, kind, outcomes }) =>
    outcomes
      .filter(({ caught, reason }) => caught.length === 0 && reason === null)
      .map(({ what }) => `${group}: ${kind}: ${what}`),
  );
}
