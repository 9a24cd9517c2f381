import type { CellStyle } from "hucre/xlsx";
import type { Figure, Unit } from "../model/figure.ts";
import type { Language } from "../model/language.ts";

/** Fonts that Office and the systems of each language's readers have; where one is not there, another is taken. */
const FONTS: Record<Language, string> = {
  en: "Calibri",
  "zh-CN": "Microsoft YaHei",
  ja: "Yu Gothic",
  ko: "Malgun Gothic",
};

/** The look of a workbook's cells in one language. */
export interface Look {
  readonly font: { readonly name: string; readonly size: number };
  readonly title: CellStyle;
  readonly subtitle: CellStyle;
  readonly head: CellStyle;
  readonly unit: CellStyle;
  readonly code: CellStyle;
  readonly text: CellStyle;
  readonly wrapped: CellStyle;
  readonly section: CellStyle;
  readonly link: CellStyle;
  /** What is shown for information and not read back. */
  readonly quiet: CellStyle;
  /** A cell for a value, in its number format. */
  readonly value: (format: string) => CellStyle;
  /** A cell without a value: one that is missing, or that can have none. */
  readonly empty: (status: string, format: string) => CellStyle;
}

const INK = { rgb: "1F2937" };
const GREY = { rgb: "4B5563" };
const BLUE = { rgb: "1D4ED8" };
const HEAD = { type: "pattern", pattern: "solid", fgColor: { rgb: "DCE6F1" } } as const;
const MISSING = { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF3D6" } } as const;
const IMPOSSIBLE = { type: "pattern", pattern: "solid", fgColor: { rgb: "E5E7EB" } } as const;
const LINE = { bottom: { style: "thin", color: { rgb: "9CA3AF" } } } as const;

/** The look in one language. Colours keep a contrast of 4.5 to 1 at least (WCAG 2.2). */
export function lookOf(language: Language): Look {
  const font = { name: FONTS[language], size: 11 };
  const own = { ...font, color: INK };
  const top = { vertical: "top" } as const;
  return {
    font,
    title: { font: { ...own, size: 14, bold: true } },
    subtitle: { font: { ...own, color: GREY } },
    head: { font: { ...own, bold: true }, fill: HEAD, alignment: { ...top, wrapText: true } },
    unit: { font: { ...own, color: GREY, italic: true }, fill: HEAD, alignment: { ...top, wrapText: true } },
    code: { font: { ...own, color: GREY, size: 9 }, fill: HEAD, border: LINE },
    text: { font: own, numFmt: "@", alignment: top },
    wrapped: { font: own, alignment: { ...top, wrapText: true } },
    section: { font: { ...own, size: 12, bold: true }, border: LINE },
    link: { font: { ...own, color: BLUE, underline: true }, alignment: { ...top, wrapText: true } },
    quiet: { font: { ...own, color: GREY }, alignment: { ...top, wrapText: true } },
    value: (format) => ({ font: own, numFmt: format, alignment: { ...top, horizontal: "right", indent: 1 } }),
    empty: (status, format) => ({
      font: own,
      numFmt: format,
      alignment: { ...top, horizontal: "right", indent: 1 },
      fill: status === "missing" ? MISSING : IMPOSSIBLE,
    }),
  };
}

/** The number format of a unit's values with so many decimal places: thousands are grouped, but in years and ranks. */
export function numberFormat({ kind }: Unit, places: number): string {
  if (kind === "date") return "yyyy-mm-dd";
  const whole = kind === "year" || kind === "rank" ? "0" : "#,##0";
  return places > 0 ? `${whole}.${"0".repeat(places)}` : whole;
}

/** The decimal places that values of a column are shown with where there is none yet. */
export function usualPlaces(figures: readonly Figure[], declared: number | undefined): number {
  return declared ?? Math.max(0, ...figures.map(({ places }) => places));
}
