import Big from "big.js";
import { printNumber } from "../language/printNumber.ts";
import type { Language } from "../model/language.ts";

/** Names of the languages, in the report's own. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: "English",
  "zh-CN": "Chinese",
  ja: "Japanese",
  ko: "Korean",
};

/** `1 check`, `2 checks`, `1,200 checks`. */
export function counted(count: number, one: string, other = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : other}`;
}

/** A whole number with its thousands separated. */
export function number(count: number): string {
  return printNumber(new Big(count));
}

/** A written decimal as people read it, with all its places; `missing` when there is none, a date as it is. */
export function printed(value: string | null, grouped = true): string {
  if (value === null) return "missing";
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return value;
  return printNumber(new Big(value), { grouped, places: value.split(".")[1]?.length ?? 0 });
}

/** Bytes as people read them. */
export function size(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(0)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** Words as a list in a sentence: `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
