import type { Finding, LintInput } from "../finding.ts";
import { textOf } from "../tree.ts";

/** The document has a title and a language: the browser would write “Untitled” and en-US. */
export function documentHead({ root, elements }: LintInput): Finding[] {
  const html = elements.find(({ tag }) => tag === "html") ?? root;
  const title = elements.find(({ tag, parent }) => tag === "title" && parent?.tag === "head");
  const found: Finding[] = [];
  if ((html.attributes.get("lang") ?? "").trim() === "")
    found.push({
      code: "no-language",
      element: html,
      message: "the document has no language; the browser would say en-US",
      hints: ['write <html lang="{{language}}">'],
    });
  if (!title || textOf(title).trim() === "")
    found.push({
      code: "no-title",
      element: title ?? html,
      message: "the document has no title; the browser would say “Untitled”",
      hints: ["write <title>{{title}}</title> into <head>"],
    });
  return found;
}
