import type { ResolvedText } from "../../model/edition.ts";
import { type FigureNode, plainText, printedFigures } from "../../model/inline.ts";
import type { Language } from "../../model/language.ts";
import { flipOf } from "./flip.ts";
import type { EditionPair, TextImpact, WordingChange } from "./impact.ts";

/** The texts of an edition that print a figure, found by what each text has read; one impact for each time that it is printed. */
export function textImpacts(ref: string, pair: EditionPair): TextImpact[] {
  return [...pair.after.texts.values()].flatMap((after) => {
    const prints = printsOf(ref, after);
    if (prints.length === 0) return [];
    const before = pair.before.texts.get(after.key) ?? after;
    const earlier = printsOf(ref, before);
    return prints.flatMap((printed, index) => {
      const was = likeOf(printed, index, earlier);
      return printed.text === was?.text ? [] : [textImpact({ pair, before, after, printed, was })];
    });
  });
}

function printsOf(ref: string, { nodes }: ResolvedText): FigureNode[] {
  return printedFigures(nodes).filter((node) => node.ref === ref);
}

/** The earlier print of a figure: in the same place of the list if the format is the same, else any in that format. */
function likeOf(
  { format }: FigureNode,
  index: number,
  earlier: readonly FigureNode[],
): FigureNode | undefined {
  const same = earlier[index];
  return same?.format === format ? same : earlier.find((node) => node.format === format);
}

interface ChangedText {
  readonly pair: EditionPair;
  readonly before: ResolvedText;
  readonly after: ResolvedText;
  readonly printed: FigureNode;
  readonly was: FigureNode | undefined;
}

function textImpact({ pair, before, after, printed, was }: ChangedText): TextImpact {
  const { language, pages } = pair;
  return {
    key: after.key,
    language,
    page: pages.get(after.key) ?? null,
    before: sentenceWith(before, was ?? printed, language),
    after: sentenceWith(after, printed, language),
    printedBefore: was?.text ?? "",
    printedAfter: printed.text,
    flip: was ? flipOf(was, printed) : null,
  };
}

/** The sentence of a text in which a figure is printed. */
function sentenceWith(text: ResolvedText, figure: FigureNode, language: Language): string {
  const whole = plainText(text.nodes);
  const offset = offsetOf(text, figure);
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(whole))
    if (offset >= index && offset < index + segment.length) return segment.trim();
  return whole;
}

/** Where a figure begins in a text's words. */
function offsetOf({ nodes }: ResolvedText, figure: FigureNode): number {
  let offset = 0;
  const visit = (list: ResolvedText["nodes"]): boolean => {
    for (const node of list) {
      if (node === figure) return true;
      if ("children" in node) {
        if (visit(node.children)) return true;
      } else offset += node.text.length;
    }
    return false;
  };
  visit(nodes);
  return offset;
}

/** The texts whose words were changed since the release. */
export function wordingChanges(
  { language, before, after, pages }: EditionPair,
  released: ReadonlyMap<string, string>,
): WordingChange[] {
  const keys = new Set([...after.texts.keys(), ...released.keys()]);
  return [...keys].flatMap((key) => {
    const now = after.locale.texts.get(key)?.template ?? null;
    const was = released.get(key) ?? null;
    if (now === was) return [];
    return [
      {
        key,
        language,
        page: pages.get(key) ?? null,
        before: wording(before, key, was),
        after: wording(after, key, now),
      },
    ];
  });
}

/** A text as printed, or as written where it is a label. */
function wording(edition: EditionPair["after"], key: string, written: string | null): string | null {
  if (written === null) return null;
  const text = edition.texts.get(key);
  return text ? plainText(text.nodes) : written;
}
