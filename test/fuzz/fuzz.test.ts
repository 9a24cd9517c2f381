import { expect, test } from "vitest";
import { createRandom } from "../faults/random.ts";
import { fuzzTargets } from "./targets.ts";

/** A little of what `npm run fuzz` does a thousand times as much, in threads that may hang. */
const PART = 0.001;

const targets = await fuzzTargets();

test.each(targets.map((target) => [target.name, target] as const))(
  "%s: a value or a reason, whatever comes",
  async (name, { share, next, read }) => {
    const inputs = Array.from({ length: Math.ceil(share * PART) }, (_, number) =>
      next(createRandom(`short ${name} ${number}`)),
    );
    for (const input of inputs) await expect((async () => read(input))()).resolves.toBeUndefined();
  },
);
