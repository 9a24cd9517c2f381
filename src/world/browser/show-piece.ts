import type { Page } from "puppeteer";
import { CHAPTER_END, CHAPTER_START } from "../../print/document-parts.ts";
import type { PrintedPiece } from "../../print/printer.ts";

/**
 * Leaves only one piece of a document to be printed: hides everything else, and lets the page numbers begin where they must. What is hidden
 * still is what links lead to, by name.
 */
export async function showPiece(page: Page, { kind, chapter, pagesBefore }: PrintedPiece): Promise<void> {
  const view = { kind, chapter, pagesBefore, start: CHAPTER_START, end: CHAPTER_END };
  await page.evaluate(({ kind, chapter, pagesBefore, start, end }) => {
    const HIDDEN = "data-unprinted";
    const marks: Record<string, Comment[]> = { [start]: [], [end]: [] };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const comment = node as Comment;
      marks[comment.data]?.push(comment);
    }
    const [starts = [], ends = []] = [marks[start], marks[end]];
    const isSomething = (node: Node) =>
      node instanceof Element || (node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "");
    const hide = (side: "previousSibling" | "nextSibling", from: Node | undefined) => {
      for (let node: Node | null = from ?? null; node && node !== document.body; node = node.parentNode)
        for (let sibling = node[side]; sibling; sibling = sibling[side])
          if (sibling instanceof Element) sibling.setAttribute(HIDDEN, "");
    };
    /** An element that is left with nothing would still break the page. */
    const hideEmptied = (side: "previousSibling" | "nextSibling", from: Node | undefined) => {
      for (
        let node = from;
        node?.parentElement && node.parentElement !== document.body;
        node = node.parentElement
      ) {
        for (let sibling = node[side]; sibling; sibling = sibling[side]) if (isSomething(sibling)) return;
        node.parentElement.setAttribute(HIDDEN, "");
      }
    };
    for (const element of document.querySelectorAll(`[${HIDDEN}]`)) element.removeAttribute(HIDDEN);
    if (kind === "chapter") {
      hide("previousSibling", starts[chapter]);
      hide("nextSibling", ends[chapter]);
    } else if (kind === "front") {
      hide("nextSibling", starts[0]);
      hideEmptied("previousSibling", starts[0]);
    } else {
      hide("previousSibling", ends.at(-1));
      hideEmptied("nextSibling", ends.at(-1));
    }
    const id = "whitepaper-piece";
    const style = document.getElementById(id) ?? document.head.appendChild(document.createElement("style"));
    style.id = id;
    const counters = kind === "front" ? "" : `html{counter-reset:page ${pagesBefore}!important}`;
    style.textContent = `[${HIDDEN}]{display:none!important}${counters}`;
  }, view);
}
