import type { Language } from "../../model/language.ts";
import type { LanguageWords } from "../../model/words.ts";
import { HANZI_DIGITS } from "../numerals.ts";

/** A number in words: the value, and whether it names a place (second) and not an amount (two). */
export interface SpelledNumber {
  readonly end: number;
  readonly value: number;
  readonly ordinal: boolean;
}

/** Reads a number in words that begins at a place; null when none does. */
export type SpelledReader = (text: string, at: number) => SpelledNumber | null;

const DIGIT = "[一二两三四五六七八九]";
const SECTION = new RegExp(
  `^(?:(${DIGIT})千)?(?:零(?!百))?(?:(${DIGIT})百)?零?(?:(${DIGIT}?)十)?零?(${DIGIT})?$`,
);
const HANZI_NUMBER = /^(?:([^亿億万]+)[亿億])?(?:([^亿億万]+)万)?([^亿億万]*)$/;

function hanziDigit(digit: string): number {
  return digit === "两" ? 2 : HANZI_DIGITS.indexOf(digit);
}

function readSection(text: string): number | null {
  const groups = SECTION.exec(text)?.slice(1);
  if (text === "" || !groups) return null;
  const scales = [1000, 100, 10, 1];
  return groups.reduce((sum, digit, i) => {
    // 十 alone is ten: its group matches the empty string.
    const count = digit === undefined ? 0 : digit === "" ? 1 : hanziDigit(digit);
    return sum + count * (scales[i] ?? 0);
  }, 0);
}

/** A Chinese or Japanese numeral: 六, 二十二, 三千亿; null for anything else, also for 百 or 万 without a digit. */
export function readHanzi(text: string): number | null {
  const [, hundredMillions, myriads, ones] = HANZI_NUMBER.exec(text) ?? [];
  let total = 0;
  for (const [section, scale] of [
    [hundredMillions, 1e8],
    [myriads, 1e4],
    [ones || undefined, 1],
  ] as const) {
    if (section === undefined) continue;
    const value = readSection(section);
    if (value === null) return null;
    total += value * scale;
  }
  return total > 0 ? total : null;
}

/** Words that are counted, so that the numeral before them is a number. */
const HANZI_COUNTERS = {
  "zh-CN": /[个件项家年月日次届位名人种条批类倍份所座只组章节场期起宗大]|亿?元/y,
  ja: /[件個つ社人年月日回位名種条類倍号章節期度か所箇元]|団体|項目/y,
};
/** 一 before these makes an idiom: 一批 (a number of), 一大 (a major), 一定, 一部. */
const IDIOMS_WITH_ONE = /[批大点起种類类节場场条度]/y;
/** 数十个, 几十家, 上百件: no exact number. */
const VAGUE = "数几上多";

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

const HANZI_RUN = /[零〇一二两三四五六七八九十百千万亿億]+/y;

function positionalYear(run: string): number | null {
  const digits = [...run].map((digit) => (digit === "零" ? 0 : HANZI_DIGITS.indexOf(digit)));
  return digits.length === 4 && !digits.includes(-1) ? Number(digits.join("")) : null;
}

interface HanziRun {
  readonly run: string;
  readonly before: string;
  readonly end: number;
}

/** Whether the words around a run of hanzi make it an exact number of things. */
function isCounted(text: string, { run, before, end }: HanziRun, counters: RegExp): boolean {
  const idiom = run === "一" && matchesAt(IDIOMS_WITH_ONE, text, end);
  const vague = before !== "" && VAGUE.includes(before);
  return !idiom && !vague && matchesAt(counters, text, end);
}

/**
 * Hanzi are numbers only after 第 (第二十二), or before a word that is counted (六项, 十二件), or as a year (二〇二一年): 统一,
 * 十四五, 三角洲 and 一带一路 hold none.
 */
const hanziReader =
  (counters: RegExp): SpelledReader =>
  (text, at) => {
    HANZI_RUN.lastIndex = at;
    const [run] = HANZI_RUN.exec(text) ?? [];
    if (run === undefined) return null;
    const end = at + run.length;
    const year = text.charAt(end) === "年" ? positionalYear(run) : null;
    if (year !== null) return { end, value: year, ordinal: false };
    const value = readHanzi(run);
    const before = text.charAt(at - 1);
    const ordinal = before === "第";
    if (value === null || !(ordinal || isCounted(text, { run, before, end }, counters))) return null;
    return { end, value, ordinal };
  };

const KOREAN_NATIVE = [
  ["한", "하나", "첫"],
  ["두", "둘"],
  ["세", "셋"],
  ["네", "넷"],
  ["다섯"],
  ["여섯"],
  ["일곱"],
  ["여덟"],
  ["아홉"],
  ["열"],
  ["열한", "열하나"],
  ["열두", "열둘"],
].flatMap((forms, i) => forms.map((form) => ({ form, value: i + 1 })));
const KOREAN_LONGEST_FIRST = KOREAN_NATIVE.sort((a, b) => b.form.length - a.form.length);
const KOREAN_COUNTERS = / ?(?:개|건|명|곳|번째|가지|종|회|차례|팀|편|배|권|대(?![가-힣])|사(?![가-힣]))/y;

/**
 * Korean native numerals are numbers only at the beginning of a word and before a counter: 한 is also the end of many adjectives,
 * 세 and 네 begin many words. Sino-Korean numerals in letters (육, 십이) are not read: papers write those in digits.
 */
const koreanReader: SpelledReader = (text, at) => {
  if (/[가-힣]/.test(text.charAt(at - 1))) return null;
  const found = KOREAN_LONGEST_FIRST.find(({ form }) => text.startsWith(form, at));
  if (!found) return null;
  const end = at + found.form.length;
  if (!matchesAt(KOREAN_COUNTERS, text, end)) return null;
  return { end, value: found.value, ordinal: /^ ?번째/.test(text.slice(end, end + 3)) };
};

/**
 * Spans of time keep their number in a compound (six-month); other compounds are idioms (one-stop, first-rate), and capitals make a
 * name (the 14th Five-Year Plan).
 */
const ENGLISH_IDIOM = /-(?!(?:year|month|week|day|hour|time|fold)\b)/y;
/** `two hundred`, `five dozen`: not what it seems. */
const ENGLISH_CONTINUED = / (?:hundred|dozen|score|and a half)\b/y;

const englishReader =
  (words: LanguageWords): SpelledReader =>
  (text, at) => {
    const [word] = /^[a-z]+/i.exec(text.slice(at, at + 12)) ?? [];
    if (word === undefined || /[A-Za-z\d-]/.test(text.charAt(at - 1))) return null;
    const end = at + word.length;
    if (matchesAt(ENGLISH_IDIOM, text, end) || matchesAt(ENGLISH_CONTINUED, text, end)) return null;
    const amount = words.smallNumbers.indexOf(word.toLowerCase());
    if (amount >= 0) return { end, value: amount + 1, ordinal: false };
    const place = words.ordinalWords?.indexOf(word.toLowerCase()) ?? -1;
    return place >= 0 ? { end, value: place + 1, ordinal: true } : null;
  };

/** How numbers in words are found and read in one language. */
export interface SpelledNumbers {
  /** Source of a regular expression for where one may begin; it matches as much as can be skipped when none does. */
  readonly candidate: string;
  readonly read: SpelledReader;
}

/** The number words of a language. */
export function spelledNumbers(language: Language, words: LanguageWords): SpelledNumbers {
  const hanzi = HANZI_RUN.source;
  const english = [...words.smallNumbers, ...(words.ordinalWords ?? [])].join("|");
  const table: Record<Language, () => SpelledNumbers> = {
    en: () => ({ candidate: `\\b(?:${english})\\b`, read: englishReader(words) }),
    "zh-CN": () => ({ candidate: hanzi, read: hanziReader(HANZI_COUNTERS["zh-CN"]) }),
    ja: () => ({ candidate: hanzi, read: hanziReader(HANZI_COUNTERS.ja) }),
    ko: () => ({
      candidate: KOREAN_LONGEST_FIRST.map(({ form }) => form).join("|"),
      read: koreanReader,
    }),
  };
  return table[language]();
}
