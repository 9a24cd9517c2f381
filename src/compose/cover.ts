import type { ChartView, Edition } from "../model/edition.ts";

/** One bar of the cover's picture, in a box of 210 × 120. */
export interface MotifBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const BOX = { width: 210, height: 120, gap: 3, margin: 25 } as const;

/** The cover's picture: the bars of the paper's first complete chart by place, so that it is made of the report's own figures. */
export function coverMotif({ charts }: Edition): MotifBar[] {
  const chart = [...charts.values()].find(isBars);
  if (!chart) return [];
  const values = chart.rows.map(({ figures }) => Number(figures[0]?.value ?? 0));
  const highest = Math.max(...values);
  const step = (BOX.width - 2 * BOX.margin + BOX.gap) / values.length;
  return values.map((value, index) => {
    const height = rounded((value / highest) * BOX.height);
    const x = rounded(BOX.margin + index * step);
    return { x, y: rounded(BOX.height - height), width: rounded(step - BOX.gap), height };
  });
}

function isBars({ completeness, rows }: ChartView): boolean {
  return (
    completeness === "full" &&
    rows.length >= 6 &&
    rows.every(({ figures }) => (figures[0]?.value?.s ?? -1) > 0)
  );
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
