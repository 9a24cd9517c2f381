import type { WebContext } from "../request.ts";

/** The words that scripts put on a page, as JSON that can stand in a script element. */
export function scriptWords({ edition, siblings, own, label }: WebContext): string {
  const place = "{column}";
  const count = "{count}";
  const words = {
    language: edition.language,
    siblings: siblings
      .filter((sibling) => sibling !== own)
      .map(({ folder, language, name }) => ({ folder, language, name })),
    sort: {
      by: label("web.sort.by", { column: place }),
      ascending: label("web.sort.up", { column: place }),
      descending: label("web.sort.down", { column: place }),
      none: label("web.sort.none"),
    },
    figure: { status: label("web.figure.status"), source: label("web.figure.source") },
    search: {
      open: label("web.search.open"),
      label: label("web.search.label"),
      none: label("web.search.none"),
      close: label("web.search.close"),
      failed: label("web.search.failed"),
      foundOne: label("web.search.one", { n: count }),
      foundOther: label("web.search.other", { n: count }),
    },
  };
  return JSON.stringify(words).replaceAll("<", "\\u003c");
}
