/** What the copies of a report's parts are called: the same with a number behind. */
export interface CopyNames {
  /** An id of a chapter, table or chart in its copy. */
  readonly id: (id: string) => string;
  /** A reference to a figure: `gi.province.gi` becomes `gi_2.province.gi`. Those of the report itself stay. */
  readonly reference: (reference: string) => string;
  /** A text with its figures and cross-references those of the copy. */
  readonly text: (template: string) => string;
  /** The key of a text, as `creation.title` or `exhibits.tables.gi.title`. */
  readonly key: (key: string) => string;
}

/** Names in the copy number `copy` of a report in which figures begin with these names and chapters are called so. */
export function copyNames(
  copy: number,
  { figures, chapters }: { readonly figures: ReadonlySet<string>; readonly chapters: ReadonlySet<string> },
): CopyNames {
  const id = (name: string) => `${name}_${copy}`;
  const reference = (text: string) =>
    text.replace(/^([a-z][\w-]*)(?=\.)/, (name) => (figures.has(name) ? id(name) : name));
  const key = (text: string) =>
    text
      .replace(/^([\w-]+)(?=\.|$)/, (name) => (chapters.has(name) ? id(name) : name))
      .replace(
        /^(exhibits\.(?:tables|charts)\.)([\w-]+)/,
        (_, start: string, name: string) => start + id(name),
      );
  return {
    id,
    reference,
    key,
    text: (template) =>
      template
        .replace(/(\{\{\s*)([a-z][\w.-]*)/g, (_, open: string, figure: string) => open + reference(figure))
        .replace(/(<see (?:table|chart)=)([\w-]+)/g, (_, open: string, name: string) => open + id(name))
        .replace(/(<see section=)([\w.-]+)/g, (_, open: string, name: string) => open + key(name)),
  };
}
