import type { Random } from "../faults/random.ts";

/** Something that reads what people or programs give it. */
export interface Target {
  readonly name: string;
  /** Of 100,000 inputs, so many are for this target. */
  readonly share: number;
  /** The next input; the same for the same random choices. */
  readonly next: (random: Random) => string | Uint8Array;
  /** Reads an input. Throws where the reader does not do what it promises. */
  readonly read: (input: string | Uint8Array) => Promise<void> | void;
}
