import Big from "big.js";
import type { Language } from "../../model/language.ts";
import { MAGNITUDES, type MagnitudeSystem } from "../magnitudes.ts";
import { fill } from "../patterns.ts";
import { MINUS, neededPlaces, printNumber } from "../printNumber.ts";
import { type Amount, baseValue, type FormatContext, numeric } from "./formatter.ts";

const ONE = Big(1);

/** value × 10^power; a product, since Big's quotients are rounded and its products are not. */
function scaled(value: Big, power: number): Big {
  return value.times(`1e${power}`);
}

/** 1.5亿, 28.645 billion: the largest word that leaves at least one before the decimal point. */
function single(size: Big, system: MagnitudeSystem): string {
  const unit = system.printed.find(({ power }) => size.gte(scaled(ONE, power)));
  if (!unit) return printNumber(size);
  const digits = printNumber(scaled(size, -unit.power), { grouped: system.grouped });
  return digits + unit.word;
}

/**
 * 286億4,500万. Parts that are zero are left out. A number with decimals is written in digits: no official paper puts a decimal
 * behind mixed units.
 */
function mixed(size: Big, system: MagnitudeSystem): string {
  if (neededPlaces(size) > 0) return printNumber(size);
  const digits = size.toFixed(0);
  let start = 0;
  const parts: string[] = [];
  for (const { power, word } of [...system.printed, { power: 0, word: "" }]) {
    const end = Math.max(start, digits.length - power);
    const part = Big(digits.slice(start, end) || 0);
    if (part.gt(0)) parts.push(printNumber(part) + word);
    start = end;
  }
  return parts.length > 0 ? parts.join(system.separator) : "0";
}

/** A whole amount in the language's number words, never rounded: 28.645 billion, 286.45亿, 286億4,500万. */
function inMagnitudes(value: Big, language: Language): string {
  const system = MAGNITUDES[language];
  const size = value.abs();
  const printed = (system.style === "mixed" ? mixed : single)(size, system);
  return value.lt(0) ? MINUS + printed : printed;
}

function inMyriads(amount: Amount, { language }: FormatContext): string {
  const base = baseValue(amount);
  const places = amount.unit.scale === 1 ? amount.places : 0;
  return language === "en" || base.abs().lt(10_000)
    ? printNumber(base, { places })
    : inMagnitudes(base, language);
}

/**
 * A count in the language's habit: `58.2891万`, `58万2,891`; English, and any number below 10,000, as `count`. States base
 * units: 8,477.26 ten thousand people print as 84,772,600 and 8477.26万.
 */
export const myriad = numeric({ accepts: ["count", "decimal"], states: baseValue, print: inMyriads });

/** An amount of money in base units, with the currency's words. */
export function moneyAmount(amount: Amount, { language, words }: FormatContext): string {
  return fill(words.money, inMagnitudes(baseValue(amount), language));
}

/** Money: `RMB 28.645 billion`, `286.45亿元`. Digits below a million (en) or 万. */
export const money = numeric({ accepts: ["money"], states: baseValue, print: moneyAmount });
