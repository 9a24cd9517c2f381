import type { Language } from "../../model/language.ts";
import {
  createElement,
  type Element,
  elementsBelow,
  escapeHtml,
  hasClass,
  isElement,
  type Node,
  setChildren,
} from "../tree/nodes.ts";

/** Browsers part Chinese anywhere, and know no words; for Japanese they do (`auto-phrase`), and Korean has spaces. */
const UNSPACED: Language = "zh-CN";

/** The words of a title between which its lines may end: the whole where browsers know by themselves. */
export function breakable(title: string, language: string): string[] {
  return language === UNSPACED ? chineseWords(title) : [title];
}

/** A title as HTML, with a place to break (`<wbr>`) between its words. */
export function breakableHtml(title: string, language: string): string {
  return breakable(title, language).map(escapeHtml).join("<wbr>");
}

const known = new Map<string, string[]>();
let segmenter: Intl.Segmenter | undefined;

function chineseWords(title: string): string[] {
  const kept = known.get(title);
  if (kept) return kept;
  segmenter ??= new Intl.Segmenter(UNSPACED, { granularity: "word" });
  const words: string[] = [];
  for (const { segment } of segmenter.segment(title)) {
    const last = words.at(-1);
    // Numbers stay with their units, and marks with what they belong to.
    if (last !== undefined && !(/\p{Script=Han}$/u.test(last) && /^\p{Script=Han}/u.test(segment)))
      words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  known.set(title, words);
  return words;
}

const TITLES = new Set(["h2", "h3", "h4", "h5", "h6", "caption", "figcaption"]);

/** Lets the titles below an element break between words. */
export function breakTitles(top: Element, language: string): void {
  if (language !== UNSPACED) return;
  for (const element of elementsBelow(top))
    if (TITLES.has(element.tagName) || hasClass(element, "cover-title")) breakWithin(element, language);
}

function breakWithin(element: Element, language: string): void {
  const children = element.childNodes.flatMap((child): Node[] => {
    if (isElement(child)) breakWithin(child, language);
    if (child.nodeName !== "#text" || !("value" in child)) return [child];
    return breakable(child.value, language).flatMap((value, index): Node[] => [
      ...(index === 0 ? [] : [createElement("wbr", {}, [])]),
      { ...child, value },
    ]);
  });
  setChildren(element, children);
}
