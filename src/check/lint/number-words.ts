import type { Language } from "../../model/language.ts";

/** A number in a text: UTF-16 places, the end exclusive. */
export interface NumberSpan {
  readonly start: number;
  readonly end: number;
}

const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const ORDINALS =
  "thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|hundredth";
const LARGE = "hundred|thousand|million|billion|trillion|dozen";
const FRACTIONS = "(?:one|two|three)-(?:thirds?|fourths?|fifths?|tenths?|quarters?)|half|halves";
const TIMES = "twice|thrice|doubled|doubling|tripled|tripling|quadrupled|halved";
const TENS_AND_ONES = `(?:${TENS})(?:-(?:${ONES}|first|second|third|[a-z]+th))?`;

/** Hanzi numerals of more than one sign, so that the words around must not say that they count. */
const HANZI = "[一二两三四五六七八九十百千]";
/** 만 명 alone is a unit. */
const SINO_KOREAN = "[일이삼사오육칠팔구]?(?:[십백천][일이삼사오육칠팔구]?)+만?|[일이삼사오육칠팔구][만억]";
const KOREAN_COUNTED =
  "(?= ?(?:건|개(?![가-힣]{3})|명|곳|위(?![가-힣])|호|종|회|년|퍼센트|여 ?(?:건|개|명|곳)))";
/** 이 년 may as well be “this year”, 일 년 “a year's”. */
const KOREAN_YEARS = "[삼사오육칠팔구](?= ?(?:년|개년|개월|퍼센트)(?![가-힣]*도))";
const JAPANESE_COUNTS = "ひとつ|ふたつ|みっつ|よっつ|いつつ|むっつ|ななつ|やっつ|ここのつ";
/** 三成 and 三割 are tenths; 统一成立 and 三割引 are not. */
const CHINESE_TENTHS = `(?<!统)${HANZI}成(?=$|[，。、；：）以左多的])`;
const JAPANESE_TENTHS = `${HANZI}割(?![りる引当増])`;

/**
 * Number words that `parseFigures` leaves alone, since no format prints them: numbers above twelve in words, fractions, multiples and
 * “more than ten” (十余家). Words that give no number (dozens, 数十, 수십) are not among them.
 */
const PATTERNS: Record<Language, RegExp> = {
  en: new RegExp(
    `\\b(?:${FRACTIONS}|(?:(?:${ONES}|an?)[ -])?(?:${LARGE})|${TEENS}|${ORDINALS}|${TENS_AND_ONES}|${TIMES})\\b`,
    "gi",
  ),
  "zh-CN": new RegExp(
    `百分之(?:${HANZI}|百)+|${HANZI}+分之${HANZI}+|${HANZI}*[十百千万亿][余多](?=[家个件项名人次场种万亿年])|一半|[过超]半|半数|翻了?${HANZI}?番|${CHINESE_TENTHS}`,
    "g",
  ),
  ja: new RegExp(
    `${HANZI}+分の${HANZI}+|${HANZI}*[十百千万]余り?|半数|過半|倍増|半減|${JAPANESE_TENTHS}|${JAPANESE_COUNTS}`,
    "g",
  ),
  ko: new RegExp(
    `(?<![가-힣])(?:(?:${SINO_KOREAN})${KOREAN_COUNTED}|${KOREAN_YEARS})|[일이삼사오육칠팔구]분의 ?[일이삼사]|절반`,
    "g",
  ),
};

/** The number words of a text that `parseFigures` does not read. */
export function furtherNumberWords(text: string, language: Language): NumberSpan[] {
  return [...text.matchAll(PATTERNS[language])].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}
