import type { z } from "zod";
import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import { suggest } from "../../model/nearest.ts";

/** A value's path inside a file: `["tables", "gi", "columns"]`. */
export type Path = readonly PropertyKey[];

/** A parsed file: still `unknown`, with the place of each of its values. */
export interface Document {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at a path, or of the nearest value around it. */
  readonly place: (path: Path) => Place;
}

/** The text of a path as shown to people: `tables.gi.columns[2]`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    "",
  );
}

/** The one door from `unknown` to a typed value: the value, or a diagnostic for every problem. */
export function parse<S extends z.ZodType>(
  schema: S,
  document: Document,
  diagnostics: Diagnostic[],
): z.output<S> | null {
  const result = schema.safeParse(document.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) diagnostics.push(...describe(issue, document));
  return null;
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue, document: Document): Diagnostic[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, issue, document));
  if (issue.code === "invalid_key" || issue.code === "invalid_element")
    return issue.issues.flatMap((inner) =>
      describe({ ...inner, path: [...issue.path, ...inner.path] }, document),
    );
  const found = show(valueAt(document.value, issue.path));
  return [
    error({
      code: found === "nothing" ? "missing-field" : "wrong-value",
      message: `${pathText(issue.path) || "the file"}: expected ${expected(issue)}, found ${found}`,
      place: document.place(issue.path),
      hints: hints(issue, found),
    }),
  ];
}

function unknownKey(key: string, issue: Issue, document: Document): Diagnostic {
  return error({
    code: "unknown-field",
    message: `${pathText([...issue.path, key])}: there is no such field`,
    place: document.place([...issue.path, key]),
    hints: ["remove it, or look for a misspelling"],
  });
}

function expected(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return ARTICLES[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.map((value) => `“${String(value)}”`).join(" or ");
    default:
      return issue.message;
  }
}

const ARTICLES: Record<string, string> = {
  string: "a text",
  record: "a mapping",
  object: "a mapping",
  array: "a list",
  boolean: "true or false",
};

function hints(issue: Issue, found: string): string[] {
  if (issue.code === "invalid_value") return suggest(found.replace(/[“”]/g, ""), issue.values.map(String));
  if (found === "nothing") return ["add it"];
  return [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined,
    value,
  );
}

function show(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string") return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : String(value);
}
