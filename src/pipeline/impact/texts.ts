import type { ResolvedText } from "../../model/edition.ts";
import { type FigureNode, plainText, printedFigures } from "../../model/inline.ts";
import type { Language } from "../../model/language.ts";
import type { EditionPair, TextImpact, WordingChange } from "./impact.ts";

/** The texts of an edition that print a figure, found by what each text has read. */
export function textImpacts(ref: string, pair: EditionPair): TextImpact[] {
  return [...pair.after.texts.values()].flatMap((after) => {
    const before = pair.before.texts.get(after.key) ?? after;
    const printed = printedFigures(after.nodes).find((node) => node.ref === ref);
    const was = printedFigures(before.nodes).find((node) => node.ref === ref);
    if (!printed || printed.text === was?.text) return [];
    return [textImpact({ pair, before, after, printed, was })];
  });
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
    flip: was ? flipOf(was.text, printed.text) : null,
  };
}

/** The words around two printed numbers, where they differ: 下降 → 增长. */
function flipOf(before: string, after: string): TextImpact["flip"] {
  const words = (text: string) =>
    text
      .replace(/[\d.,万億亿만억兆조]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim();
  const [was, is] = [words(before), words(after)];
  return was === is ? null : { before: was, after: is };
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
