/** A `{{figure, format}}` in a text. */
export interface Placeholder {
  /** What is put in: a figure's reference, or a variable's name in a label. */
  readonly ref: string;
  /** Name of the format; null for a plain variable. */
  readonly format: string | null;
  /** Offset of its first brace in the text. */
  readonly offset: number;
  readonly source: string;
}

/** Spaces are taken away afterwards: a pattern that leaves them out takes minutes for a thousand that nothing closes. */
const PLACEHOLDER = /\{\{([^{},]*)(?:,([^{}]*))?\}\}/g;

/** The placeholders of a text, in order. */
export function placeholders(text: string): Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    ref: match[1]?.trim() ?? "",
    format: match[2]?.trim() ?? null,
    offset: match.index,
    source: match[0],
  }));
}

/** The text with its placeholders taken out, for checks of what is typed. */
export function withoutPlaceholders(text: string, replacement = ""): string {
  return text.replace(PLACEHOLDER, replacement);
}
