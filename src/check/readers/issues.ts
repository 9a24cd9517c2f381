import type { z } from "zod";
import { type Diagnostic, error } from "../../model/diagnostic.ts";
import { suggest } from "../../model/nearest.ts";
import { excerpt } from "./excerpt.ts";
import type { Document } from "./parsed-file.ts";
import { pathText, valueAt } from "./path.ts";

type Issue = z.core.$ZodIssue;

/** What zod found wrong with a document, in plain words and with its place in the file. */
export function issueProblems(issue: Issue, document: Document): Diagnostic[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(key, issue, document));
  if (issue.code === "invalid_key") return [wrongKey(issue, document)];
  if (issue.code === "invalid_element") return within(issue, issue.issues, document);
  const inner = issue.code === "invalid_union" ? deepest(issue.errors) : [];
  if (inner.length > 0) return within(issue, inner, document);
  return [wrongValue(issue, document)];
}

function within({ path }: Issue, issues: readonly Issue[], document: Document): Diagnostic[] {
  return issues.flatMap((inner) =>
    issueProblems({ ...inner, path: [...path, ...inner.path] } as Issue, document),
  );
}

/** The problems of the kind that a value was meant to be: the one in which something further in is wrong. */
function deepest(kinds: readonly (readonly Issue[])[]): readonly Issue[] {
  return (
    kinds.find((issues) => issues.every(({ path, code }) => path.length > 0 || code === "invalid_key")) ?? []
  );
}

function wrongValue(issue: Issue, document: Document): Diagnostic {
  const value = valueAt(document.value, issue.path);
  const missing = value === undefined || value === null;
  const name = pathText([...document.base, ...issue.path]) || "the file";
  const found = shown(value);
  return error({
    code: missing ? "missing-field" : "wrong-value",
    message:
      issue.code === "custom" && !missing
        ? `${name}: ${issue.message}, found ${found}`
        : `${name}: expected ${expected(issue)}, found ${found}`,
    place: missing ? document.key(issue.path) : document.place(issue.path),
    hints: hints(issue, value),
  });
}

function wrongKey(issue: Issue & { readonly code: "invalid_key" }, document: Document): Diagnostic {
  const key = String(issue.path.at(-1) ?? "");
  const [inner] = issue.issues;
  return error({
    code: "wrong-key",
    message: `${pathText([...document.base, ...issue.path])}: expected ${inner ? expected(inner) : "another key"}, found “${excerpt(key)}”`,
    place: document.key(issue.path),
    hints: inner?.code === "invalid_value" ? suggest(key, inner.values.map(String)) : [],
  });
}

function unknownField(key: string, issue: Issue, document: Document): Diagnostic {
  return error({
    code: "unknown-field",
    message: `${pathText([...document.base, ...issue.path, key])}: there is no such field`,
    place: document.key([...issue.path, key]),
    hints: ["remove it, or look for a misspelling"],
  });
}

/** A schema's own words come first; zod's begin in one of three ways. */
function expected(issue: Issue): string {
  if (!/^(?:Invalid|Too|Unrecognized) /.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return NOUNS[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.map((value) => `“${String(value)}”`).join(" or ");
    case "too_small":
      return issue.origin === "string" ? "a text that is not empty" : atLeast(Number(issue.minimum));
    case "too_big":
      return `a list of at most ${issue.maximum} entries`;
    default:
      return issue.message;
  }
}

function atLeast(count: number): string {
  return `a list of at least ${count} ${count === 1 ? "entry" : "entries"}`;
}

const NOUNS: Record<string, string> = {
  string: "a text",
  record: "a mapping",
  object: "a mapping",
  array: "a list",
  boolean: "true or false",
  number: "a number",
};

function hints(issue: Issue, value: unknown): string[] {
  if (value === undefined || value === null) return ["add it"];
  return issue.code === "invalid_value" && typeof value === "string"
    ? suggest(value, issue.values.map(String))
    : [];
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string") return `“${excerpt(value)}”`;
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  return typeof value === "object" ? "a mapping" : String(value);
}
