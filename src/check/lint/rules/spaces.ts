import type { Language } from "../../../model/language.ts";
import { NAME_MARK, PLACEHOLDER_MARK } from "../visible.ts";
import { CJK } from "./punctuation.ts";
import { patternRule, type Rule } from "./rule.ts";

const doubleSpace = patternRule({
  code: "double-space",
  pattern: / {2,}/g,
  message: () => "more than one space",
  mend: () => " ",
});

const MARKS = `${PLACEHOLDER_MARK}${NAME_MARK}`;
const spaceBeforePunctuation = patternRule({
  code: "space-before-punctuation",
  pattern: / +(?=[,.;:?!](?:\s|$))/g,
  message: () => "space before punctuation",
  mend: () => "",
});
const spaceAfterPunctuation = patternRule({
  code: "no-space-after-punctuation",
  pattern: new RegExp(
    `(?<=\\p{Ll}|[가-힣${MARKS}])[,;](?=[\\p{L}${PLACEHOLDER_MARK}])|(?<=[a-z]{2})\\.(?=[A-Z][a-z])|(?<=[가-힣])\\.(?=[가-힣])`,
    "gu",
  ),
  message: (found) => `no space after “${found}”`,
  mend: (found) => `${found} `,
});
const spaceInsideBrackets = patternRule({
  code: "bracket-space",
  pattern: /(?<=[([“‘《「『]) +| +(?=[)\]”’》」』])/g,
  message: () => "space inside brackets or quotation marks",
  mend: () => "",
});

/** English sets a bracket apart: “awards (PCT)”; the plural in “enterprise(s)” is no word of its own. */
const bracketWithoutSpace = patternRule({
  code: "bracket-space",
  pattern: new RegExp(`(?<=[\\p{L}${MARKS}])\\((?!s\\))`, "gu"),
  message: () => "no space before “(”",
  mend: (found) => ` ${found}`,
});

/**
 * Korean sets a bracket tight to the word that it explains, and a particle tight to what it marks, also after a bracket or quotation
 * mark (Hangul Orthography, articles 41 and 2, appendix on punctuation).
 */
const bracketAfterSpace = patternRule({
  code: "bracket-space",
  pattern: new RegExp(`(?<=[\\p{L}\\p{N}${MARKS}’”》]) +(?=\\()`, "gu"),
  message: () => "space before “(” in Korean text",
  mend: () => "",
});
const particleAfterSpace = patternRule({
  code: "particle-space",
  pattern: /(?<=[)’”》]) +(?=(?:은|는|을|를|의|에서|에|와|과|으로|로)(?:[ ,.]|$))/g,
  message: () => "space between a bracket or quotation mark and its particle",
  mend: () => "",
});

/** Chinese and Japanese have no spaces of their own; the style sheet sets the gap between scripts. */
const LATIN = `A-Za-z0-9${PLACEHOLDER_MARK}`;
const handSpacing = patternRule({
  code: "hand-spacing",
  pattern: new RegExp(
    `(?<=[${CJK}])[ \u00a0]+(?=[${LATIN}${CJK}])|(?<=[${LATIN}])[ \u00a0]+(?=[${CJK}])`,
    "gu",
  ),
  message: (_, name) => `space typed in ${name} text`,
  mend: () => "",
});
const anySpace = patternRule({
  code: "edge-space",
  pattern: /^\s+|\s+$/g,
  message: () => "space at the edge of the text",
  mend: () => "",
});
/** A text that is words begins and ends with one; only separators of labels are spaces. */
const edgeSpace: Rule = (plain, language) => (/\p{L}/u.test(plain) ? anySpace(plain, language) : []);

const WESTERN = [doubleSpace, edgeSpace, spaceBeforePunctuation, spaceAfterPunctuation, spaceInsideBrackets];
const BY_LANGUAGE: Record<Language, readonly Rule[]> = {
  en: [...WESTERN, bracketWithoutSpace],
  "zh-CN": [doubleSpace, edgeSpace, handSpacing],
  ja: [doubleSpace, edgeSpace, handSpacing],
  ko: [...WESTERN, bracketAfterSpace, particleAfterSpace],
};

/** Spaces that are missing, doubled or out of place. */
export const spaces: Rule = (plain, language) =>
  BY_LANGUAGE[language].flatMap((rule) => rule(plain, language));
