import type { Edition } from "../model/edition.ts";
import type { Inline } from "../model/inline.ts";
import type { Language } from "../model/language.ts";

/**
 * The first sentence of an edition that quotes each figure, by the figure's reference: what an indicator is, in the paper's own words.
 * Titles and headings come after paragraphs.
 */
export function quotations({ texts, language }: Edition): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const segmenter = new Intl.Segmenter(language satisfies Language, { granularity: "sentence" });
  const all = [...texts.values()];
  for (const { nodes } of [...all.filter(isParagraph), ...all.filter((text) => !isParagraph(text))]) {
    const { text, figures } = flattened(nodes);
    if (figures.every(({ ref }) => found.has(ref))) continue;
    const sentences = [...segmenter.segment(text)];
    for (const { ref, at } of figures) {
      const sentence = sentences.findLast(({ index }) => index <= at)?.segment.trim();
      if (sentence && !found.has(ref)) found.set(ref, sentence);
    }
  }
  return found;
}

const isParagraph = ({ key }: { readonly key: string }): boolean => /\.p\d+$/.test(key);

interface Flattened {
  readonly text: string;
  readonly figures: readonly { readonly ref: string; readonly at: number }[];
}

/** A text's words and where its figures stand in them; a cross-reference has no page outside the paper and is left out. */
function flattened(nodes: readonly Inline[], start = 0): Flattened {
  let text = "";
  const figures: { ref: string; at: number }[] = [];
  for (const node of nodes) {
    const at = start + text.length;
    if ("children" in node) {
      const inner = flattened(node.children, at);
      text += inner.text;
      figures.push(...inner.figures);
    } else if (node.kind !== "see") {
      if (node.kind === "figure") figures.push({ ref: node.ref, at });
      text += node.text;
    }
  }
  return { text, figures };
}
