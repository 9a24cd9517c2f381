import type { NumberReader } from "../numbers.ts";
import { type ChartContents, statedBy } from "./entries.ts";
import { type Layout, panelOf } from "./layout.ts";
import type { Problem } from "./names.ts";
import { type Piece, paragraphs, stated } from "./pieces.ts";

/** What the notes of a chart are held against. */
export interface NotesRequest {
  readonly contents: ChartContents;
  readonly layout: Layout;
  /** Texts that are neither names nor values. */
  readonly texts: readonly Piece[];
  /** Names whose numbers the notes must show: of what is missing. */
  readonly named: readonly string[];
  readonly read: NumberReader;
}

/** The numbers of all other texts: those in the names of what is missing, each once, and the wholes, beside their own names. */
export function noteProblems({ contents, layout, texts, named, read }: NotesRequest): Problem[] {
  const wanted = named.flatMap((name) => digitsIn(name, read).map(({ value }) => value));
  const extra: string[] = [];
  for (const text of paragraphs(texts)) {
    for (const { value, shown } of digitsIn(text.text, read)) {
      const at = wanted.indexOf(value);
      if (at >= 0) wanted.splice(at, 1);
      else if (!isWhole(value, text, contents, layout)) extra.push(`“${shown}”`);
    }
  }
  return [
    ...wanted.map((value, index) => {
      const instead = extra[index];
      return instead
        ? { code: "figure-differs", message: `shows ${instead} in its notes, expected ${value}` }
        : { code: "figure-missing", message: `does not show ${value} in its notes` };
    }),
    ...extra.slice(wanted.length).map((found) => ({
      code: "figure-extra",
      message: `shows ${found}, which is none of its figures`,
    })),
  ];
}

/** The numbers of a text that are written in digits: its pattern may hold number words. */
function digitsIn(text: string, read: NumberReader) {
  const { numbers, text: seen } = read(text);
  return numbers
    .map((number) => ({ value: stated(number), shown: seen.slice(number.start, number.end) }))
    .filter(({ shown }) => /\p{N}/u.test(shown));
}

function isWhole(
  value: string,
  text: Piece,
  { wholes }: Pick<ChartContents, "wholes">,
  layout: Layout,
): boolean {
  const panel = panelOf(text, layout);
  return wholes.some(
    ({ column, name, figure }) =>
      statedBy(figure) === value && text.text.includes(name) && (panel === null || panel === column),
  );
}
