import type { Language } from "../model/language.ts";

/** A word for a power of ten that stands behind a number. */
export interface Magnitude {
  readonly power: number;
  /** As printed, with the space that separates it from the number where the language has one. */
  readonly word: string;
}

/** How a language writes large numbers. */
export interface MagnitudeSystem {
  /** `single`: one word and decimals (28.645 billion, 286.45亿); `mixed`: parts without decimals (286億4,500万). */
  readonly style: "single" | "mixed";
  /** Between the parts of a mixed number. */
  readonly separator: string;
  /** Whether thousands are separated before a magnitude word. */
  readonly grouped: boolean;
  /** The words that are printed, largest first. */
  readonly printed: readonly Magnitude[];
  /** Further words that are read in a text, though never printed. */
  readonly alsoRead: readonly Magnitude[];
}

/**
 * Number systems of the four languages.
 * - zh-CN stops at 亿 as the national statistical communiqués do (1143670亿元), and does not group before 万 and 亿: official papers
 *   print 8762.6万元, and GB/T 15835-2011 lets integers of up to four digits stand undivided. 兆 is not read: in mainland
 *   Chinese it is mega as often as 10^12.
 * - ja and ko mix units and group inside each part, as the white papers of their ministries do; Korean spelling rules (§44)
 *   put a space after 만, 억, 조.
 */
export const MAGNITUDES: Record<Language, MagnitudeSystem> = {
  en: {
    style: "single",
    separator: "",
    grouped: true,
    printed: [
      { power: 12, word: " trillion" },
      { power: 9, word: " billion" },
      { power: 6, word: " million" },
    ],
    alsoRead: [{ power: 3, word: " thousand" }],
  },
  "zh-CN": {
    style: "single",
    separator: "",
    grouped: false,
    printed: [
      { power: 8, word: "亿" },
      { power: 4, word: "万" },
    ],
    alsoRead: [{ power: 12, word: "万亿" }],
  },
  ja: {
    style: "mixed",
    separator: "",
    grouped: true,
    printed: [
      { power: 12, word: "兆" },
      { power: 8, word: "億" },
      { power: 4, word: "万" },
    ],
    alsoRead: [],
  },
  ko: {
    style: "mixed",
    separator: " ",
    grouped: true,
    printed: [
      { power: 12, word: "조" },
      { power: 8, word: "억" },
      { power: 4, word: "만" },
    ],
    alsoRead: [],
  },
};
