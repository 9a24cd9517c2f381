import type { AtRule, ChildNode, Declaration } from "postcss";

/** The style of sheets, made from `@page` rules. */
export interface PageStyles {
  readonly css: string;
  /** Names of the margin boxes that are filled: `top-left`. */
  readonly boxes: readonly string[];
}

/** Sizes by name (CSS Paged Media, 7.1): width and height when upright. */
const SIZES: Readonly<Record<string, readonly [string, string]>> = {
  a5: ["148mm", "210mm"],
  a4: ["210mm", "297mm"],
  a3: ["297mm", "420mm"],
  b5: ["176mm", "250mm"],
  b4: ["250mm", "353mm"],
  "jis-b5": ["182mm", "257mm"],
  "jis-b4": ["257mm", "364mm"],
  letter: ["8.5in", "11in"],
  legal: ["8.5in", "14in"],
  ledger: ["11in", "17in"],
};

/** The page of a browser that is told nothing. */
const DEFAULTS =
  ":where(.wp-run){--wp-width:8.5in;--wp-height:11in;--wp-top:1cm;--wp-right:1cm;--wp-bottom:1cm;--wp-left:1cm}";

/** Counts pages where no rule says how (CSS Paged Media, 6.1). */
const COUNTER = ":where(.wp-sheet){counter-increment:page}";

/**
 * The `@page` rules as rules for elements: sizes and margins as custom properties of a run of pages, counters and backgrounds of each
 * sheet, margin boxes as elements in it (`browser/sheets.ts` makes them). Page boxes on the left and right sides are not shown.
 */
export function pageStyles(rules: readonly AtRule[]): PageStyles {
  const boxes = new Set<string>();
  const css = rules.flatMap((rule) => {
    const pages = rule.params === "" ? [""] : rule.params.split(",");
    return pages.map((page) => pageCss(page.trim(), rule.nodes ?? [], boxes));
  });
  return { css: [DEFAULTS, COUNTER, ...css].join("\n"), boxes: [...boxes] };
}

function pageCss(params: string, nodes: readonly ChildNode[], boxes: Set<string>): string {
  const [, name = "", pseudo = ""] = /^([\w-]*)(:[\w:]+)?$/.exec(params) ?? [];
  const run = name === "" ? ".wp-run" : `.wp-run[data-page="${name}"]`;
  const sheet = `${run} .wp-sheet${pseudo.replace(/:(first|left|right|blank)/g, "[data-page-$1]")}`;
  const declarations = nodes.filter((node): node is Declaration => node.type === "decl");
  const margins = nodes.filter((node): node is AtRule => node.type === "atrule");
  const own = declarations.filter(({ prop }) => /^(?:counter-|background)/.test(prop));
  return [
    `${run}{${declarations.flatMap(metrics).join(";")}}`,
    `${sheet}{${own.join(";")}}`,
    ...margins.map((box) => boxCss(sheet, box, boxes)),
  ].join("\n");
}

/** Custom properties for a declaration of a page's size or margins. */
function metrics({ prop, value }: Declaration): string[] {
  if (prop === "size") return size(value.toLowerCase().split(/\s+/));
  if (prop === "margin") return margins(value.split(/\s+/));
  const side = /^margin-(top|right|bottom|left)$/.exec(prop)?.[1];
  return side ? [`--wp-${side}:${length(value)}`] : [];
}

function size(words: readonly string[]): string[] {
  const named = words.map((word) => SIZES[word]).find((found) => found !== undefined);
  const lengths = words.filter((word) => /^\d/.test(word));
  const [short, long] = named ?? [lengths[0] ?? "210mm", lengths[1] ?? lengths[0] ?? "297mm"];
  const [width, height] = words.includes("landscape") ? [long, short] : [short, long];
  return [`--wp-width:${width}`, `--wp-height:${height}`];
}

function margins([top = "0", right = top, bottom = top, left = right]: readonly string[]): string[] {
  const sides = { top, right, bottom, left };
  return Object.entries(sides).map(([side, value]) => `--wp-${side}:${length(value)}`);
}

/** A sum of lengths needs a unit at its zeros. */
const length = (value: string): string => (value === "0" ? "0px" : value);

function boxCss(sheet: string, { name, nodes = [] }: AtRule, boxes: Set<string>): string {
  boxes.add(name);
  const declarations = nodes.filter((node): node is Declaration => node.type === "decl");
  const content = declarations.filter(({ prop }) => prop === "content");
  const rest = declarations.filter(({ prop }) => prop !== "content").map(placed);
  return `${sheet} .wp-${name}{${rest.join(";")}}\n${sheet} .wp-${name}::after{${content.join(";")}}`;
}

const ALIGNED: Readonly<Record<string, string>> = { top: "start", middle: "center", bottom: "end" };

/** Margin boxes are cells of a table in CSS, boxes of a flex container here. */
function placed(declaration: Declaration): string {
  const { prop, value } = declaration;
  return prop === "vertical-align" ? `align-items:${ALIGNED[value] ?? "center"}` : declaration.toString();
}
