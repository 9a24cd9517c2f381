/** The formats that a placeholder `{{figure, format}}` may name; docs/architecture.md shows each in four languages. */
export const FORMAT_NAMES = [
  "count",
  "myriad",
  "decimal",
  "percent",
  "change",
  "yoy",
  "difference",
  "points",
  "word",
  "ordinal",
  "ordinalWord",
  "rank",
  "money",
  "measure",
  "year",
  "yearNumber",
  "date",
  "month",
] as const;

/** The name of a format. */
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Whether a string names a format. */
export function isFormatName(name: string): name is FormatName {
  return (FORMAT_NAMES as readonly string[]).includes(name);
}
