/** A term found in a text: UTF-16 places, the end exclusive. */
export interface TermMatch<T> {
  readonly term: T;
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Form<T> {
  readonly words: readonly string[];
  readonly term: T;
}

const TOKEN = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    word: word === "'" ? "’" : word,
    start: index,
    end: index + word.length,
  }));
}

/** A word in small letters stands for itself in any case (a heading's “Patent”); capitals are meant (GI). */
function fits(word: string, token: string): boolean {
  return word === token || (word === word.toLowerCase() && word === token.toLowerCase());
}

/**
 * Finds terms in English texts, whole words only. Where terms overlap, the one that begins first counts, and of those the longest:
 * inside “geographical indication product” there is no “geographical indication”. One pass over the words of a text, however many
 * terms there are.
 */
export function createMatcher<T extends { readonly english: readonly string[] }>(
  terms: readonly T[],
): (text: string) => TermMatch<T>[] {
  const byFirstWord = new Map<string, Form<T>[]>();
  for (const term of terms)
    for (const form of term.english) {
      const words = tokens(form).map(({ word }) => word);
      const first = (words[0] ?? "").toLowerCase();
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, term }]);
    }
  for (const forms of byFirstWord.values()) forms.sort((a, b) => b.words.length - a.words.length);
  return (text) => matchesIn(tokens(text), byFirstWord);
}

function matchesIn<T>(text: readonly Token[], byFirstWord: ReadonlyMap<string, readonly Form<T>[]>) {
  const matches: TermMatch<T>[] = [];
  for (let at = 0; at < text.length; ) {
    const form = byFirstWord
      .get(text[at]?.word.toLowerCase() ?? "")
      ?.find(({ words }) => words.every((word, i) => fits(word, text[at + i]?.word ?? "")));
    const length = form?.words.length ?? 1;
    const [first, last] = [text[at], text[at + length - 1]];
    if (form && first && last) matches.push({ term: form.term, start: first.start, end: last.end });
    at += length;
  }
  return matches;
}
