import type { Face } from "../../model/faces.ts";
import { hasClass, isElement, type Node, type Parent } from "../tree/nodes.ts";

/** The characters that each face of an edition shows. */
export type FaceCharacters = (face: Pick<Face, "role" | "weight" | "style">) => string;

/** Characters that a page may show although no text holds them: what sorting, tooltips and search put in. */
const ALWAYS = "0123456789 ,.:;()–—…“”/%#¶↑↓↕×\u00a0\u2212";

/** The letters that the pages of an edition show. */
export interface Letters {
  readonly serif: string;
  readonly sans: string;
  /** Whether the serif is shown bold, or in italics. */
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Texts, whose letters are told apart once all are there: a page has each letter hundreds of times. */
interface Counts {
  serif: string;
  sans: string;
  bold: boolean;
  italic: boolean;
}

/** Elements that are set in the serif: paragraphs of the text, and the title on the cover. */
const SERIF = ["prose", "cover-title"];

/**
 * Which letters stand in serif and sans, as `screen.css` sets them: paragraphs and the cover's title in the serif, all else in the sans.
 * `also` are words that scripts show.
 */
export function lettersOn(pages: readonly Parent[], also: string): Letters {
  const counts: Counts = { serif: ALWAYS, sans: ALWAYS + also, bold: false, italic: false };
  for (const page of pages) for (const node of page.childNodes) count(node, false, counts);
  return { ...counts, serif: sorted(counts.serif), sans: sorted(counts.sans) };
}

/** Which characters each face shows of an edition's letters. */
export function charactersOf({ serif, sans, bold, italic }: Letters): FaceCharacters {
  return ({ role, weight, style }) => {
    if (role === "sans") return sans;
    const isUsed = (weight === 400 || bold) && (style === "normal" || italic);
    return isUsed ? serif : "";
  };
}

function count(node: Node, serif: boolean, counts: Counts): void {
  if ("value" in node) counts[serif ? "serif" : "sans"] += node.value;
  if (!isElement(node) || ["script", "style"].includes(node.tagName)) return;
  const inside = serif || SERIF.some((name) => hasClass(node, name));
  if (inside && node.tagName === "strong") counts.bold = true;
  if (inside && ["em", "cite"].includes(node.tagName)) counts.italic = true;
  for (const child of node.childNodes) count(child, inside, counts);
}

function sorted(text: string): string {
  return [...new Set(text)]
    .filter((letter) => letter >= " ")
    .sort()
    .join("");
}
