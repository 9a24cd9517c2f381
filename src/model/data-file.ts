/** A file of data that belongs to an edition: a table as CSV, the indicators as JSON. */
export interface DataFile {
  /** File name: `patents_valid.csv`. */
  readonly name: string;
  /** Media type: `text/csv`. */
  readonly mime: string;
  readonly text: string;
  /** What it holds, in the edition's language. */
  readonly description: string;
  /** Ids of the document's elements that show the data. */
  readonly shownIn: readonly string[];
}
