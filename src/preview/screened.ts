import postcss, { CssSyntaxError } from "postcss";
import { type Diagnostic, error } from "../model/diagnostic.ts";
import { type ScreenStyles, screenStyles } from "./screen-styles.ts";

/** A composed document in two parts: its HTML without style sheets, and these as a screen needs them. */
export interface Screened {
  readonly html: string;
  readonly styles: ScreenStyles;
}

const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/g;

/** Takes a composed document apart. Throws for style sheets in which {@link styleProblems} finds errors. */
export function screened(html: string): Screened {
  const sheets = [...html.matchAll(STYLE)].map(([, css = ""]) => css);
  return { html: html.replace(STYLE, ""), styles: stylesOnce(sheets.join("\n")) };
}

let last: { readonly css: string; readonly styles: ScreenStyles } | null = null;

/** Most saves change no style sheet. */
function stylesOnce(css: string): ScreenStyles {
  if (last?.css !== css) last = { css, styles: screenStyles(css) };
  return last.styles;
}

/** Errors for style sheets that are not CSS, such as one half saved: its last good state is shown then. */
export function styleProblems(sheets: ReadonlyMap<string, string>): Diagnostic[] {
  return [...sheets].flatMap(([file, css]) => {
    try {
      postcss.parse(css);
      return [];
    } catch (cause) {
      if (!(cause instanceof CssSyntaxError)) throw cause;
      return [brokenCss(file, cause)];
    }
  });
}

function brokenCss(file: string, { reason, line, column }: CssSyntaxError): Diagnostic {
  return error({
    code: "broken-css",
    message: `not valid CSS: ${reason.toLowerCase()}`,
    place: {
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    },
    hints: ["look for a brace, a bracket or a quotation mark that is not closed"],
  });
}
