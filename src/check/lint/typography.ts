import { error, warning } from "../../model/diagnostic.ts";
import type { EditionState, Locale, Text } from "../../model/report.ts";
import type { Finding } from "./finding.ts";
import type { Locate } from "./locate.ts";
import { foreignCharacters, fullWidthCharacters } from "./rules/characters.ts";
import { dashes, ellipses, punctuation } from "./rules/punctuation.ts";
import { balance, foreignQuotes, straightQuotes } from "./rules/quotes.ts";
import type { Rule, Slip } from "./rules/rule.ts";
import { spaces } from "./rules/spaces.ts";
import { excerpt, shown, visibleText } from "./visible.ts";

const RULES: readonly Rule[] = [
  straightQuotes,
  foreignQuotes,
  balance,
  punctuation,
  ellipses,
  dashes,
  spaces,
  fullWidthCharacters,
  foreignCharacters,
];

/** What the typography lint needs besides a text. */
export interface TypographyLint {
  readonly locale: Locale;
  readonly state: EditionState;
  readonly locate: Locate;
}

/** Typographic slips of one text: errors in a released edition, warnings in a draft. */
export function typographyOf(text: Text, { locale, state, locate }: TypographyLint): Finding[] {
  const { language } = locale;
  const { plain, offsetOf } = visibleText(text.template);
  const severity = state === "released" ? error : warning;
  return RULES.flatMap((rule) => rule(plain, language)).map((slip) => ({
    language,
    key: text.key,
    names: [plain.slice(slip.start, slip.end)],
    diagnostic: severity({
      code: slip.code,
      message: `${slip.message}: “${excerpt(plain, slip.start, slip.end)}”`,
      place: locate(text, offsetOf(slip.start)),
      hints: mendHint(plain, slip),
    }),
  }));
}

/** How much of the text around a slip its mended form shows. */
const SHOWN = 8;

function mendHint(plain: string, { start, end, mended }: Slip): string[] {
  if (mended === null) return [];
  const piece = plain.slice(Math.max(0, start - SHOWN), start) + mended + plain.slice(end, end + SHOWN);
  return [`write “${shown(piece).trim()}”`];
}
