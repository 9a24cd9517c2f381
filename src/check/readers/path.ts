/** A value's path inside a file: `["tables", "gi", "columns"]`. */
export type Path = readonly PropertyKey[];

/** The text of a path as shown to people: `tables.gi.columns[2]`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    "",
  );
}

/** What stands at a path; undefined where there is nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, part)
        ? (at as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );
}
