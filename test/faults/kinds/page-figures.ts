import type { Language } from "../../../src/model/language.ts";
import type { LanguageWords } from "../../../src/model/words.ts";
import type { PageKind, SoundPage } from "../fault.ts";
import type { Random } from "../random.ts";
import { DIGIT_FAULTS } from "./digits.ts";
import { type FigureSpot, figures, replaced, textOf } from "./page-spots.ts";

/** A kind that spoils one figure of a paragraph. */
function inFigure(
  name: string,
  spoil: (
    printed: string,
    at: { readonly page: SoundPage; readonly spot: FigureSpot; readonly random: Random },
  ) => string | null,
  fits: (printed: string, spot: FigureSpot) => boolean = () => true,
): PageKind {
  return {
    name,
    make: (page, random) => {
      const spot = random.pick(figures(page).filter((one) => fits(textOf(page, one), one)));
      const printed = spot && textOf(page, spot);
      const by = spot && printed !== undefined ? spoil(printed, { page, spot, random }) : null;
      if (!spot || by === null || by === printed) return null;
      return {
        what: `${spot.name}: ${printed} → ${by === "" ? "nothing" : by}`,
        html: replaced(page, [[spot, by]]),
      };
    },
  };
}

const hasDigit = (printed: string): boolean => /\d/.test(printed);

/** A magnitude's word, and the one that is mistaken for it. */
const MAGNITUDES: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  en: [
    ["billion", "million"],
    ["million", "billion"],
  ],
  "zh-CN": [
    ["亿", "万"],
    ["万", "亿"],
  ],
  ja: [
    ["億", "万"],
    ["万", "億"],
  ],
  ko: [
    ["억", "만"],
    ["만", "억"],
  ],
};

const magnitude = inFigure(
  "a magnitude changed: 万 for 億",
  (printed, { page }) => {
    const pair = MAGNITUDES[page.edition.language].find(([from]) => printed.includes(from));
    return pair ? printed.replace(pair[0], pair[1]) : null;
  },
  (printed) => /illion|[亿億万억만]/.test(printed),
);

type Directed = "yoy" | "change" | "points" | "difference";

/** The words around a number the other way round: 下降3.51% → 增长3.51%. */
function turned(printed: string, format: Directed, words: LanguageWords): string | null {
  for (const [own, other] of [
    ["up", "down"],
    ["down", "up"],
  ] as const) {
    const [before = "", after = ""] = words[format][own].split("{{n}}");
    const number = printed.slice(before.length, printed.length - after.length);
    if (printed === `${before}${number}${after}` && hasDigit(number))
      return words[format][other].replace("{{n}}", number);
  }
  return null;
}

const direction = inFigure(
  "the word of direction flipped",
  (printed, { page, spot }) => turned(printed, spot.figure.format as Directed, page.edition.locale.words),
  (_, { figure }) => ["yoy", "change", "points", "difference"].includes(figure.format),
);

const swapped: PageKind = {
  name: "two figures of a paragraph swapped",
  make: (page, random) => {
    const all = figures(page);
    const first = random.pick(all);
    const second = random.pick(all.filter((one) => one.paragraph === first?.paragraph));
    if (!first || !second) return null;
    const [left, right] = [textOf(page, first), textOf(page, second)];
    if (left === right) return null;
    const html = replaced(page, [
      [first, right],
      [second, left],
    ]);
    return { what: `${first.name} (${left}) ↔ ${second.name} (${right})`, html };
  },
};

/** Faults in the figures of composed paragraphs. */
export const PAGE_FIGURE_KINDS: readonly PageKind[] = [
  ...Object.entries(DIGIT_FAULTS).map(([name, spoil]) =>
    inFigure(name, (printed, { random }) => spoil(printed, random), hasDigit),
  ),
  inFigure("a figure dropped", () => ""),
  inFigure("a figure added", (printed, { page, random }) => {
    const other = random.pick(figures(page).filter(({ figure }) => hasDigit(figure.text)));
    return other ? `${printed} ${other.figure.text}` : null;
  }),
  swapped,
  magnitude,
  direction,
  inFigure(
    "the percent sign lost",
    (printed) => printed.replace("%", ""),
    (printed) => printed.includes("%"),
  ),
  inFigure(
    "a percent sign gained",
    (printed) => `${printed}%`,
    (_, { figure }) => ["count", "decimal", "myriad"].includes(figure.format),
  ),
];
