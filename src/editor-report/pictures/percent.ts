/** A share of one as an SVG length: 0.12345 → `12.345%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`;
}
