import type Big from "big.js";
import type { Language } from "../model/language.ts";

const rules = new Map<string, Intl.PluralRules>();

function pluralRules(language: Language, type: "cardinal" | "ordinal", places: number): Intl.PluralRules {
  const key = `${language} ${type} ${places}`;
  const known = rules.get(key);
  if (known) return known;
  const made = new Intl.PluralRules(language, { type, minimumFractionDigits: places });
  rules.set(key, made);
  return made;
}

/**
 * The CLDR plural category of a number as printed: English has `one` for 1 and −1, but `other` for 1.0. A category depends on
 * the last digits only, which a double holds exactly below 10^15.
 */
export function pluralCategory(value: Big, language: Language, places: number): Intl.LDMLPluralRule {
  return pluralRules(language, "cardinal", places).select(value.toNumber());
}

/** The CLDR ordinal category of a whole number: English has `one` for 21st, `two` for 22nd, `few` for 23rd. */
export function ordinalCategory(value: Big, language: Language): Intl.LDMLPluralRule {
  return pluralRules(language, "ordinal", 0).select(value.toNumber());
}
