import type { Language } from "../../../model/language.ts";
import { PLACEHOLDER_MARK } from "../visible.ts";
import { patternRule, type Rule } from "./rule.ts";

/** Ideographs, kana and the full-width signs that stand among them. */
export const CJK =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〆、。，；：？！（）《》〈〉「」『』【】“”‘’…—・";

const FULL_WIDTH: Record<"zh-CN" | "ja", Readonly<Record<string, string>>> = {
  "zh-CN": { ",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" },
  ja: { ",": "、", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" },
};

/** A full stop that belongs to the Latin word before it: U.S., Co. */
const ABBREVIATED = "(?<!(?:\\b[A-Z]|\\b(?:Inc|Ltd|Co|Corp|No|vs|Vol))(?=\\.))";

/**
 * Half-width punctuation beside an ideograph, kana or full-width sign, or beside a placeholder unless it stands inside Latin text
 * there. Inside Latin words and between digits it is right, and so is a heading's number that is all of its label: `{{n}}.`.
 */
function halfWidthOf(language: "zh-CN" | "ja"): Rule {
  const sign = "[,.;:?!()]";
  const beside = `(?<=[${CJK}])${sign}|${ABBREVIATED}${sign}(?=[${CJK}])`;
  const besidePlaceholder = `(?<=${PLACEHOLDER_MARK})(?<!^${PLACEHOLDER_MARK}(?=\\.$))${sign}(?![${PLACEHOLDER_MARK}A-Za-z0-9])|\\((?=${PLACEHOLDER_MARK})`;
  return patternRule({
    code: "half-width-punctuation",
    pattern: new RegExp(`${beside}|${besidePlaceholder}`, "gu"),
    message: (found, name) => `half-width “${found}” in ${name} text`,
    mend: (found) => FULL_WIDTH[language][found] ?? null,
  });
}

/** Full-width signs that English and Korean do not use. */
const HALF_WIDTH: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "，": ",",
  "。": ".",
  "；": ";",
  "：": ":",
  "？": "?",
  "！": "!",
  "、": ",",
  "～": "~",
};
const fullWidthPunctuation = patternRule({
  code: "full-width-punctuation",
  pattern: /[（），。；：？！、～]/g,
  message: (found, name) => `full-width “${found}” in ${name} text`,
  mend: (found) => HALF_WIDTH[found] ?? null,
});

/** Commas, stops and middle dots in the form of another language. */
function swapped(marks: Readonly<Record<string, string>>): Rule {
  return patternRule({
    code: "foreign-punctuation",
    pattern: new RegExp(`[${Object.keys(marks).join("")}]`, "g"),
    message: (found, name) => `“${found}” is not the form of this mark in ${name} text`,
    mend: (found) => marks[found] ?? null,
  });
}

const BY_LANGUAGE: Record<Language, readonly Rule[]> = {
  en: [fullWidthPunctuation],
  "zh-CN": [halfWidthOf("zh-CN"), swapped({ "・": "·", "•": "·", "｡": "。" })],
  ja: [halfWidthOf("ja"), swapped({ "，": "、", "．": "。", "·": "・", "•": "・" })],
  ko: [fullWidthPunctuation, swapped({ "・": "·", ㆍ: "·", "•": "·" })],
};

/** Punctuation of the wrong width or form. */
export const punctuation: Rule = (plain, language) =>
  BY_LANGUAGE[language].flatMap((rule) => rule(plain, language));

const LONG_ELLIPSIS = { en: "…", "zh-CN": "……", ja: "……", ko: "…" } as const;
const LONG_DASH = { en: "—", "zh-CN": "——", ja: "——", ko: "—" } as const;

function ellipsisOf(language: Language): Rule {
  const single = LONG_ELLIPSIS[language] === "……" ? "|(?<!…)…(?!…)" : "";
  return patternRule({
    code: "ellipsis",
    pattern: new RegExp(`\\.{3,}|。{2,}|・{3,}|·{3,}${single}`, "g"),
    message: (found, name) => `“${found}” is no ellipsis of ${name} text`,
    mend: () => LONG_ELLIPSIS[language],
  });
}

function dashOf(language: Language): Rule {
  const single = LONG_DASH[language] === "——" ? "|(?<![—―])[—―](?![—―])" : "|(?<=\\p{L}) - (?=\\p{L})";
  return patternRule({
    code: "dash",
    pattern: new RegExp(`-{2,}${single}`, "gu"),
    message: (found, name) => `“${found.trim()}” is no dash of ${name} text`,
    mend: () => LONG_DASH[language],
  });
}

function perLanguage(make: (language: Language) => Rule): Record<Language, Rule> {
  return { en: make("en"), "zh-CN": make("zh-CN"), ja: make("ja"), ko: make("ko") };
}

const ELLIPSES = perLanguage(ellipsisOf);
const DASHES = perLanguage(dashOf);

/** Ellipses of the wrong form: three stops; one … where the language takes two. */
export const ellipses: Rule = (plain, language) => ELLIPSES[language](plain, language);
/** Dashes of the wrong form: hyphens; one — where the language takes two. */
export const dashes: Rule = (plain, language) => DASHES[language](plain, language);
