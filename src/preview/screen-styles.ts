import postcss, { type AtRule, type Declaration, type Root, type Rule } from "postcss";
import type { PageSelector } from "./messages.ts";
import { type PageStyles, pageStyles } from "./page-styles.ts";

/** Print style sheets made fit for the screen. */
export interface ScreenStyles extends PageStyles {
  readonly selectors: readonly PageSelector[];
}

/**
 * Print style sheets as a screen needs them: each run of pages with one name is a multi-column box of one column whose columns stand one below
 * the other (CSS Multi-column Layout Level 2), so that the browser breaks text between columns by the same rules as between pages. So
 * breaks between pages become breaks between columns, `@page` becomes the size of the columns, its margin boxes become elements.
 * Throws postcss' `CssSyntaxError` for what is no CSS.
 */
export function screenStyles(css: string): ScreenStyles {
  const root = postcss.parse(css);
  const selectors: PageSelector[] = [];
  root.walkDecls("page", (declaration) => {
    const { parent } = declaration;
    if (parent?.type === "rule")
      selectors.push({ selector: (parent as Rule).selector, page: declaration.value });
  });
  const pages: AtRule[] = [];
  root.walkAtRules("page", (rule) => {
    pages.push(rule);
    rule.remove();
  });
  showPrint(root);
  root.walkDecls(/^(?:page-)?break-/, breakColumns);
  const { css: pageCss, boxes } = pageStyles(pages);
  return { css: `${root.toString()}\n${pageCss}`, boxes, selectors };
}

/** What is meant for paper is shown, what is meant for screens is not. */
function showPrint(root: Root): void {
  root.walkAtRules("media", (rule) => {
    rule.params = rule.params.replace(/\b(only\s+)?screen\b/g, "not all").replace(/\bprint\b/g, "all");
  });
}

const FORCED = /^(?:page|left|right|recto|verso|always|all)$/;

function breakColumns(declaration: Declaration): void {
  declaration.prop = declaration.prop.replace(/^page-/, "");
  if (FORCED.test(declaration.value)) declaration.value = "column";
  if (declaration.value === "avoid-page") declaration.value = "avoid";
}
