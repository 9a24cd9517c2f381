/** Remembers what steps of earlier builds came to. */
export interface Memo {
  /**
   * What a step made of the same before, or what it makes now. It must be a pure function of what `key` is a hash of, and its result must
   * survive JSON. `lasting` says of a result whether it may be remembered: not, when it hangs on more than the key tells.
   */
  once<T>(step: string, key: () => string, make: () => T, lasting?: (made: T) => boolean): T;
}

/** Remembers nothing. */
export const NO_MEMO: Memo = { once: (_step, _key, make) => make() };
