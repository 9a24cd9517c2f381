import type { Language } from "../../../model/language.ts";
import { LANGUAGE_NAMES, patternRule, type Rule } from "./rule.ts";

/** Full-width letters, digits and percent sign; ＋ and ／ are left alone, since CJK text may set them so. */
export const fullWidthCharacters = patternRule({
  code: "full-width-character",
  pattern: /[０-９Ａ-Ｚａ-ｚ％]+/g,
  message: (found) => `full-width “${found}”`,
  mend: (found) => found.normalize("NFKC"),
});

/** Runs of characters of other scripts. Greek letters stand in formulas everywhere. */
const OTHER_SCRIPTS: Record<Language, RegExp> = {
  en: /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}]+/gu,
  "zh-CN": /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Han}]+/gu,
  ja: /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
  // Hanja stand only in brackets, as a gloss: 강성(强省).
  ko: /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Han}\p{Script=Hangul}]+|(?<![(\p{Script=Han}])\p{Script=Han}+/gu,
};

/** Pictures that no font for print has; the signs that predate them (©, →, ※) are characters like others. */
const PICTOGRAPHS = /[\p{Emoji_Presentation}\u{1f000}-\u{1faff}]+/gu;

const foreignScript: Rule = (plain, language) =>
  found(plain, OTHER_SCRIPTS[language], `is not written in a script of ${LANGUAGE_NAMES[language]}`);

const pictographs: Rule = (plain) => found(plain, PICTOGRAPHS, "is a picture, which the fonts lack");

/** Hangul as its jamo, é as e and an accent, compatibility ideographs: they look right, and no search finds them. */
const IN_PARTS = /[\u1100-\u11ff]+|[\uf900-\ufaff]|\P{M}\p{M}+/gu;

const decomposed: Rule = (plain) =>
  found(plain, IN_PARTS, "is not in Unicode's composed form (NFC)").flatMap((slip) => {
    const piece = plain.slice(slip.start, slip.end);
    const mended = piece.normalize("NFC");
    return mended === piece ? [] : [{ ...slip, code: "decomposed-character", mended }];
  });

function found(plain: string, pattern: RegExp, what: string): ReturnType<Rule> {
  return [...plain.matchAll(pattern)].map(({ 0: piece, index }) => ({
    start: index,
    end: index + piece.length,
    code: "foreign-script",
    message: `“${piece}” ${what}`,
    mended: null,
  }));
}

interface Charset {
  readonly encoding: string;
  /** Byte before each pair: 0x8f chooses JIS X 0212 in EUC-JP. */
  readonly prefix?: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The characters of rows of a national character set with two bytes from 0xa1, read off the decoder for its encoding. */
function charactersOf({ encoding, prefix, firstRow, lastRow }: Charset): string {
  const bytes: number[] = [];
  for (let row = firstRow; row <= lastRow; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      if (prefix !== undefined) bytes.push(prefix);
      // A line end after each, so that a cell without a character does not swallow the next.
      bytes.push(row, cell, 0x0a);
    }
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes));
}

const JIS_X_0208 = { encoding: "euc-jp", firstRow: 0xb0, lastRow: 0xf4 };
const JIS_X_0212 = { encoding: "euc-jp", prefix: 0x8f, firstRow: 0xb0, lastRow: 0xed };
const GB_2312 = { encoding: "gbk", firstRow: 0xb0, lastRow: 0xf7 };
/** The 3,755 common characters of GB 2312; rarer ones, as in place names (邳), may be in JIS X 0212 as they are. */
const GB_2312_COMMON = { encoding: "gbk", firstRow: 0xb0, lastRow: 0xd7 };

/** Whether an ideograph is foreign to a language. Built when first asked for, since other languages do not need it. */
function createForeignIdeograph(): Partial<Record<Language, (ideograph: string) => boolean>> {
  const simplified = new Set(`${charactersOf(GB_2312)}〇`);
  const japanese = new Set(`${charactersOf(JIS_X_0208)}々〇`);
  const rareJapanese = new Set(charactersOf(JIS_X_0212));
  for (const common of charactersOf(GB_2312_COMMON)) rareJapanese.delete(common);
  return {
    "zh-CN": (ideograph) => !simplified.has(ideograph),
    ja: (ideograph) => !japanese.has(ideograph) && !rareJapanese.has(ideograph),
  };
}

let tables: ReturnType<typeof createForeignIdeograph> | null = null;

const IDEOGRAPH_FORMS: Partial<Record<Language, string>> = {
  "zh-CN": "is not in GB 2312: a traditional or Japanese form in Chinese text",
  ja: "is not in JIS X 0208: a Chinese form in Japanese text",
};

/** Simplified characters in Japanese, traditional and Japanese ones in Chinese, judged by the national character sets. */
const foreignIdeographs: Rule = (plain, language) => {
  tables ??= createForeignIdeograph();
  const isForeign = tables[language];
  if (!isForeign) return [];
  return [...plain.matchAll(/\p{Script=Han}/gu)].flatMap(({ 0: found, index }) =>
    isForeign(found)
      ? [
          {
            start: index,
            end: index + found.length,
            code: "foreign-script",
            message: `“${found}” ${IDEOGRAPH_FORMS[language]}`,
            mended: null,
          },
        ]
      : [],
  );
};

/** Characters of another script or of another country's form, pictures, and characters in parts. */
export const foreignCharacters: Rule = (plain, language) => [
  ...foreignScript(plain, language),
  ...pictographs(plain, language),
  ...decomposed(plain, language),
  ...foreignIdeographs(plain, language),
];
