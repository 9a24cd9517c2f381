import type Big from "big.js";
import type { Figure, Unit, UnitKind } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import type { LanguageWords } from "../../model/words.ts";

/** What a formatter needs besides the figure. */
export interface FormatContext {
  readonly language: Language;
  readonly words: LanguageWords;
}

/** A figure that has a number. */
export interface Amount {
  readonly value: Big;
  readonly places: number;
  readonly unit: Unit;
}

/** One format: what it takes, and how it prints. */
export interface Formatter {
  /** Kinds of unit that the format takes. */
  readonly accepts: readonly UnitKind[];
  /** What a value must be, in plain words ("a whole number above 0"), when this figure's is not; else null. */
  readonly unmet: (figure: Figure) => string | null;
  /** What the print says, as `parseAs` reads it back; null when the figure has no value. */
  readonly printed: (figure: Figure) => Big | string | null;
  /** The print; null when the figure has no value. */
  readonly print: (figure: Figure, context: FormatContext) => string | null;
}

interface NumericOptions {
  readonly accepts: readonly UnitKind[];
  readonly needs?: { readonly words: string; readonly holds: (value: Big) => boolean };
  /** The value that the print states, when it is not the figure's own: an amount in base units. */
  readonly states?: (amount: Amount) => Big;
  readonly print: (amount: Amount, context: FormatContext) => string;
}

function amountOf(figure: Figure): Amount | null {
  const { value, places, unit } = figure;
  return value === null ? null : { value, places, unit };
}

/** A format of numbers. */
export function numeric({ accepts, needs, states, print }: NumericOptions): Formatter {
  return {
    accepts,
    unmet: ({ value }) => (needs && value !== null && !needs.holds(value) ? needs.words : null),
    printed: (figure) => {
      const amount = amountOf(figure);
      return amount && states ? states(amount) : figure.value;
    },
    print: (figure, context) => {
      const amount = amountOf(figure);
      return amount && print(amount, context);
    },
  };
}

/** A requirement of formats that name a place in a row. */
export const POSITIVE_INTEGER = {
  words: "a whole number above 0",
  holds: (value: Big) => value.gt(0) && value.round(0, 0).eq(value),
};

/** The value in base units: 28,645 million yuan are 28,645,000,000. */
export function baseValue({ value, unit }: Amount): Big {
  return value.times(unit.scale);
}
