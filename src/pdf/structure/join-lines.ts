import { type Mark, type TextLine, WIDE_GAP } from "../content/marks.ts";
import type { Element } from "./element.ts";

/** Roles whose text runs on in the text around them. NonStruct has no meaning of its own, and most are pieces of text. */
const INLINE = new Set(
  ["NonStruct", "Span", "Em", "Strong", "Link", "Code", "Quote", "Reference", "Sub", "Annot"].concat([
    "Ruby",
    "RB",
  ]),
);

/** Browsers drop the space at which they break a line. Marks the lines of a structure's text after which one must be put in again. */
export function joinLines(structure: Element): void {
  join(structure, "", undefined);
}

/** Goes through an element; hands on the line with which its text ends, as long as text may run on from there. */
function join(element: Element, outerLang: string, before: TextLine | undefined): TextLine | undefined {
  const lang = element.lang ?? outerLang;
  const inline = INLINE.has(element.role);
  let last = inline ? before : undefined;
  for (const kid of element.kids) {
    if (kid.kind === "element") last = join(kid, lang, last);
    else if (kid.kind === "content") last = joinMark(kid.mark, lang, last);
  }
  return inline ? last : undefined;
}

function joinMark(mark: Mark, lang: string, before: TextLine | undefined): TextLine | undefined {
  let last = before;
  for (const line of mark.lines) {
    if (last !== undefined && needsSpaceBetween(last, line, lang)) {
      last.needsSpace = true;
      last.text += " ";
    }
    last = line;
  }
  return last;
}

function needsSpaceBetween(last: TextLine, next: TextLine, lang: string): boolean {
  if (last.text === "" || next.text === "" || /\s$/.test(last.text) || /^\s/.test(next.text)) return false;
  const broken =
    last.page !== next.page ||
    next.startX < last.endX - WIDE_GAP * last.size ||
    Math.abs(next.baseline - last.baseline) > last.size;
  if (broken) return wordsBreakBetween(last.text, next.text, lang);
  return next.startX - last.endX > WIDE_GAP * last.size;
}

const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const WORD = /[\p{Script=Latin}\p{Number}%.,;:()&]/u;
/** A word that breaks after its own hyphen or slash goes on without a space. */
const HYPHENATED = /\S[-\u2010\u2011\u00ad/]$/;

/** Whether a line break between two texts stands for a space: not where the script is written without spaces. */
function wordsBreakBetween(before: string, after: string, lang: string): boolean {
  if (HYPHENATED.test(before)) return false;
  const last = lastCharacter(before);
  const first = String.fromCodePoint(after.codePointAt(0) ?? 32);
  if (/^(?:zh|ja)/.test(lang)) return WORD.test(last) && WORD.test(first);
  return !IDEOGRAPHIC.test(last) && !IDEOGRAPHIC.test(first);
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? "";
}
