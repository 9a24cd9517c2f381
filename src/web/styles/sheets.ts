import { families } from "../../model/faces.ts";
import type { Language } from "../../model/language.ts";
import { fontRules, type WebFace } from "../fonts/faces.ts";
import { plainTitle } from "../parts/links.ts";
import type { WebContext } from "../request.ts";
import { darkDrawings } from "./dark.ts";

/** Fonts of common systems, until ours are there. */
const FALLBACKS: Readonly<Record<Language, Record<"serif" | "sans", string>>> = {
  en: { serif: "Georgia, serif", sans: 'system-ui, "Segoe UI", Helvetica, Arial, sans-serif' },
  "zh-CN": {
    serif: '"Songti SC", "Noto Serif CJK SC", SimSun, serif',
    sans: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  },
  ja: {
    serif: '"Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", serif',
    sans: '"Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans CJK JP", sans-serif',
  },
  ko: {
    serif: '"Apple SD Gothic Neo", "Nanum Myeongjo", Batang, "Noto Serif CJK KR", serif',
    sans: '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", sans-serif',
  },
};

/** What the style sheets of an edition are made from. */
export interface SheetRequest {
  readonly context: WebContext;
  /** `templates/web/screen.css` and `print.css`. */
  readonly screen: string;
  readonly print: string;
  readonly faces: readonly WebFace[];
  /** The composed document, for the colours of its charts. */
  readonly html: string;
}

/** `screen.css`: fonts, their names, the page, and the charts' colours in the dark. */
export function screenSheet({ context, screen, faces, html }: SheetRequest): string {
  const { language } = context.edition;
  const own = families(language);
  const names = (["serif", "sans"] as const).map(
    (role) => `--${role}:${cssString(own[role])}, ${FALLBACKS[language][role]}`,
  );
  const others = context.siblings.map(
    ({ language: other }) =>
      `[hreflang="${other}"]{font-family:${cssString(families(other).sans)}, ${FALLBACKS[other].sans}}`,
  );
  return [fontRules(faces), `:root{${names.join(";")}}`, compact(screen), ...others, darkDrawings(html)].join(
    "\n",
  );
}

/** A style sheet without its comments and the space between its rules; strings with double spaces would suffer, ours have none. */
export function compact(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,])\s*/g, "$1")
    .replaceAll(": ", ":")
    .replaceAll(";}", "}");
}

/** `print.css`: the report's own style sheets with the running heads of its chapters, so that a page prints as in the PDF. */
export function printSheet({ context, print }: SheetRequest): string {
  const { edition, report, own, composition, label } = context;
  const { serif, sans } = families(edition.language);
  const mark = edition.state === "draft" ? label("labels.draft.mark") : "";
  const root = `:root{--serif:${cssString(serif)};--sans:${cssString(sans)};--running:${cssString(own.title)};--draft:${cssString(mark)}}`;
  const chapters = composition.entries.filter(({ kind }) => kind === "chapter");
  const pages = chapters.map(({ id, number, html }) => {
    const head = [number, plainTitle(html)].filter(Boolean).join(" ");
    return `@page ${id}{@top-left{content:${cssString(head)}}}\n#${id}{page:${id}}`;
  });
  return [root, ...report.styles.values(), ...pages, print].join("\n");
}

/** A CSS string in which nothing can end the string or the style sheet. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
}
