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

/** Scripts that are written without spaces. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORD = /[\p{Script=Latin}\p{Number}%.,;:()&]/u;
/** A word that breaks after its own hyphen, dash, slash or dot goes on without a space, and so does one that breaks before it. */
const BREAKS_AFTER = /\S[-\u2010\u2011\u00ad/\u2013\u2014\u00b7~+]$/;
const BREAKS_BEFORE = /^[\u2013\u2014\u00b7~+]\S/;
/** In Korean brackets stand close to the word before, and particles close to what they follow, be it a bracket. */
const KOREAN_BRACKET = /^[([]/;
const CLOSING = /[)\]》」』”’]$/;
const PARTICLE =
  /^(?:은|는|이|가|을|를|에|의|와|과|도|만|로|으로|에서|에게|부터|까지|이나|이며)(?![\p{Script=Hangul}])/u;

/** Whether a line break between two texts stands for a space: a guess from habits of writing, the file does not tell. */
function wordsBreakBetween(before: string, after: string, lang: string): boolean {
  if (BREAKS_AFTER.test(before) || BREAKS_BEFORE.test(after)) return false;
  const last = lastCharacter(before);
  const first = String.fromCodePoint(after.codePointAt(0) ?? 32);
  if (/^(?:zh|ja)/.test(lang)) return WORD.test(last) && WORD.test(first);
  if (/^ko/.test(lang) && (KOREAN_BRACKET.test(after) || (CLOSING.test(before) && PARTICLE.test(after))))
    return false;
  return !SPACELESS.test(last) && !SPACELESS.test(first);
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? "";
}
