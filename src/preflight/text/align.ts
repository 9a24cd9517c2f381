/** One step in the comparison of two lists: what stands in both, what stands in one, what has changed. */
export interface Step<Expected, Found> {
  readonly expected: Expected | null;
  readonly found: Found | null;
}

/** How the items of two lists are compared. */
export interface Likeness<Expected, Found> {
  readonly same: (expected: Expected, found: Found) => boolean;
  /** Whether two different items may be the same one, changed. */
  readonly alike: (expected: Expected, found: Found) => boolean;
}

/** How far ahead the comparison looks for where both lists go on together. */
const REACH = 80;

/**
 * Sets two lists side by side that should be the same: items that stand in both, in order; between them those that have changed, are
 * missing or too many. Made for few differences in long lists: its time grows with the lists' length and the size of the gaps.
 */
export function align<Expected, Found>(
  expected: readonly Expected[],
  found: readonly Found[],
  likeness: Likeness<Expected, Found>,
): Step<Expected, Found>[] {
  const steps: Step<Expected, Found>[] = [];
  let i = 0;
  let j = 0;
  while (i < expected.length || j < found.length) {
    const gap = nextMeeting(expected.slice(i, i + REACH), found.slice(j, j + REACH), likeness.same);
    steps.push(...bridge(expected.slice(i, i + gap.expected), found.slice(j, j + gap.found), likeness));
    i += gap.expected;
    j += gap.found;
    const [left, right] = [expected[i], found[j]];
    if (left === undefined || right === undefined) continue;
    steps.push({ expected: left, found: right });
    i++;
    j++;
  }
  return steps;
}

interface Gap {
  readonly expected: number;
  readonly found: number;
}

/** The nearest place where both lists go on with two items that are the same (or with one, their last). */
function nextMeeting<Expected, Found>(
  expected: readonly Expected[],
  found: readonly Found[],
  same: Likeness<Expected, Found>["same"],
): Gap {
  const meets = (i: number, j: number): boolean => {
    const [left, right] = [expected[i], found[j]];
    return left !== undefined && right !== undefined && same(left, right);
  };
  if (meets(0, 0)) return { expected: 0, found: 0 };
  const goesOn = (i: number, j: number): boolean =>
    meets(i, j) && (meets(i + 1, j + 1) || i + 1 >= expected.length || j + 1 >= found.length);
  for (let distance = 1; distance < expected.length + found.length; distance++)
    for (let i = Math.min(distance, expected.length); i >= 0; i--)
      if (goesOn(i, distance - i)) return { expected: i, found: distance - i };
  return { expected: expected.length, found: found.length };
}

/** Pairs what is alike in a gap; with as many items on both sides all are pairs, in order. */
function bridge<Expected, Found>(
  expected: readonly Expected[],
  found: readonly Found[],
  { alike }: Likeness<Expected, Found>,
): Step<Expected, Found>[] {
  const steps: Step<Expected, Found>[] = [];
  const rest = [...found];
  const equal = expected.length === found.length;
  for (const item of expected) {
    const at = equal ? 0 : rest.findIndex((candidate) => alike(item, candidate));
    if (at < 0) steps.push({ expected: item, found: null });
    else {
      for (const extra of rest.splice(0, at)) steps.push({ expected: null, found: extra });
      steps.push({ expected: item, found: rest.shift() ?? null });
    }
  }
  return [...steps, ...rest.map((item) => ({ expected: null, found: item }))];
}
