import type { Language } from "../model/language.ts";
import { html, type Markup } from "./markup.ts";

/** A run of words that stayed, went or came. */
export interface Run {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Longer texts are not compared word by word: their ends are trimmed off and the rest is shown as changed. */
const MOST_WORDS = 1500;

/** What became of a text, word by word: a longest common subsequence of its words. */
export function changesBetween(before: string, after: string, language: Language): Run[] {
  const was = wordsOf(before, language);
  const is = wordsOf(after, language);
  const head = sharedHead(was, is);
  const tail = sharedHead(was.slice(head).reverse(), is.slice(head).reverse());
  const middle = compareWords(was.slice(head, was.length - tail), is.slice(head, is.length - tail));
  const same = (words: readonly string[]): Run[] => words.map((text) => ({ kind: "same", text }));
  return joined([...same(is.slice(0, head)), ...middle, ...same(is.slice(is.length - tail))]);
}

/** A text with what went and what came marked. */
export function markedChanges(before: string, after: string, language: Language): Markup {
  const runs = changesBetween(before, after, language);
  return html`${runs.map(({ kind, text }) => {
    if (kind === "gone") return html`<del>${text}</del>`;
    return kind === "new" ? html`<ins>${text}</ins>` : html`${text}`;
  })}`;
}

function wordsOf(text: string, language: Language): string[] {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...segments].map(({ segment }) => segment);
}

function sharedHead(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function compareWords(was: readonly string[], is: readonly string[]): Run[] {
  if (was.length > MOST_WORDS || is.length > MOST_WORDS)
    return [
      { kind: "gone", text: was.join("") },
      { kind: "new", text: is.join("") },
    ];
  const common = commonLengths(was, is);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [gone, come] = [was[i], is[j]];
    if (gone !== undefined && gone === come) {
      runs.push({ kind: "same", text: gone });
      i++;
      j++;
    } else if (gone !== undefined && (come === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      runs.push({ kind: "gone", text: gone });
      i++;
    } else {
      runs.push({ kind: "new", text: come ?? "" });
      j++;
    }
  }
  return runs;
}

const at = (table: readonly (readonly number[])[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** Length of the longest common subsequence of what follows each pair of places (Wagner and Fischer, 1974). */
function commonLengths(was: readonly string[], is: readonly string[]): number[][] {
  const table: number[][] = Array.from({ length: was.length + 1 }, () => []);
  for (let i = was.length - 1; i >= 0; i--) {
    const line = table[i] ?? [];
    for (let j = is.length - 1; j >= 0; j--)
      line[j] =
        was[i] === is[j] ? 1 + at(table, i + 1, j + 1) : Math.max(at(table, i + 1, j), at(table, i, j + 1));
  }
  return table;
}

/** Neighbouring runs of one kind joined. */
function joined(runs: readonly Run[]): Run[] {
  const list: { kind: Run["kind"]; text: string }[] = [];
  for (const { kind, text } of runs) {
    const last = list.at(-1);
    if (last?.kind === kind) last.text += text;
    else list.push({ kind, text });
  }
  return list;
}
