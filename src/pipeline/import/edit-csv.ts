/** One cell's new text, by its place among the rows that are not blank (from 0, the header not counted) and its column. */
export interface CsvEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Where a cell's text stands in the file, quotation marks included. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text of a CSV with some cells replaced; every other character stays as it is: line ends, quotation marks, order. */
export function editCsv(text: string, edits: readonly CsvEdit[]): string {
  const [, ...rows] = records(text).filter((cells) => cells.some((span) => !isBlank(text, span)));
  const replaced = edits.flatMap(({ row, column, text: next }) => {
    const span = rows[row]?.[column];
    if (!span) throw new Error(`There is no cell ${column} in row ${row}.`);
    return [{ span, next }];
  });
  replaced.sort((a, b) => b.span.start - a.span.start);
  return replaced.reduce(
    (whole, { span, next }) => whole.slice(0, span.start) + quoted(next) + whole.slice(span.end),
    text,
  );
}

/** Whether a cell holds nothing, as the reader of CSV sees it. */
function isBlank(text: string, { start, end }: Span): boolean {
  return /^"?\s*"?$/.test(text.slice(start, end).replace(/^\ufeff/, ""));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The cells of each record (RFC 4180). */
function records(text: string): Span[][] {
  const found: Span[][] = [];
  let cells: Span[] = [];
  let start = 0;
  let inQuotes = false;
  for (let at = 0; at <= text.length; at++) {
    const letter = text[at];
    if (letter === '"') inQuotes = !inQuotes;
    if (inQuotes && letter !== undefined) continue;
    const isBreak = letter === undefined || letter === "\n" || letter === "\r";
    if (letter !== "," && !isBreak) continue;
    cells.push({ start, end: at });
    start = at + 1;
    if (!isBreak) continue;
    found.push(cells);
    cells = [];
    if (letter === "\r" && text[at + 1] === "\n") start = ++at + 1;
  }
  return found;
}
