import type { Face } from "../../model/faces.ts";
import { hasClass, isElement, type Node, type Parent } from "../tree/nodes.ts";

/** The characters that each face of an edition shows. */
export type FaceCharacters = (face: Pick<Face, "role" | "weight" | "style">) => string;

/** Characters that a page may show although no text holds them: what sorting, tooltips and search put in. */
const ALWAYS = "0123456789 ,.:;()–—…“”/%#¶↑↓↕×\u00a0\u2212";

interface Counts {
  readonly serif: Set<string>;
  readonly sans: Set<string>;
  bold: boolean;
  italic: boolean;
}

/** Elements that are set in the serif: paragraphs of the text, and the title on the cover. */
const SERIF = ["prose", "cover-title"];

/**
 * Which characters stand in which face, as `screen.css` sets them: paragraphs and the cover's title in the serif, all else in the sans.
 * `also` are words that scripts show.
 */
export function charactersOn(pages: readonly Parent[], also: string): FaceCharacters {
  const counts: Counts = { serif: new Set(ALWAYS), sans: new Set(ALWAYS + also), bold: false, italic: false };
  for (const page of pages) for (const node of page.childNodes) count(node, false, counts);
  return ({ role, weight, style }) => {
    if (role === "sans") return sorted(counts.sans);
    const isUsed = (weight === 400 || counts.bold) && (style === "normal" || counts.italic);
    return isUsed ? sorted(counts.serif) : "";
  };
}

function count(node: Node, serif: boolean, counts: Counts): void {
  if ("value" in node) for (const letter of node.value) (serif ? counts.serif : counts.sans).add(letter);
  if (!isElement(node) || ["script", "style"].includes(node.tagName)) return;
  const inside = serif || SERIF.some((name) => hasClass(node, name));
  if (inside && node.tagName === "strong") counts.bold = true;
  if (inside && ["em", "cite"].includes(node.tagName)) counts.italic = true;
  for (const child of node.childNodes) count(child, inside, counts);
}

function sorted(letters: ReadonlySet<string>): string {
  return [...letters]
    .filter((letter) => letter >= " ")
    .sort()
    .join("");
}
