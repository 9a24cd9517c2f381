import type { Composition } from "../../model/composition.ts";
import type { Language } from "../../model/language.ts";
import type { OutlineItem } from "../../pdf/outline.ts";
import type { Complaints } from "../complaints.ts";
import type { Opened } from "../reading/finished.ts";
import { normalized } from "../reading/normalize.ts";
import { align } from "../text/align.ts";
import { excerpt, type Placed } from "../text/compare.ts";

/** What the bookmarks are held against. */
export interface OutlineRequest extends Pick<Composition, "entries"> {
  readonly placed: readonly Placed[];
  readonly language: Language;
}

/** The bookmarks: one for each chapter and section, in order and with their titles, each leading to its heading’s page. */
export function checkOutline(
  { placed, language, entries }: OutlineRequest,
  { outline }: Opened,
  complaints: Complaints,
): void {
  const ids = new Set(
    entries.flatMap(({ kind, id }) => (kind === "chapter" || kind === "section" ? [id] : [])),
  );
  const headings = placed.filter(({ expected }) => expected.role === "heading" && ids.has(expected.id ?? ""));
  // Bookmarks of other headings (the title, the imprint) are welcome.
  const wanted = ({ expected }: Placed): string => normalized(expected.text, language);
  const steps = align(headings, flattened(outline), {
    same: (heading, item) => wanted(heading) === normalized(item.title, language),
    alike: ({ expected, found }, item) =>
      item.destination?.page === found.page && item.title.includes(expected.text.slice(-4)),
  });
  for (const { expected: heading, found: item } of steps) {
    if (!heading) continue;
    const { key } = heading.expected;
    const title = heading.expected.text;
    const shown = normalized(item?.title ?? "", language);
    if (!item)
      complaints.error({ code: "bookmark-missing", key, message: `there is no bookmark “${title}”` });
    else if (shown !== wanted(heading))
      complaints.error({
        code: "bookmark-differs",
        key,
        message: `the bookmark should read “${title}” and reads ${excerpt(shown, firstDifference(shown, wanted(heading)))}`,
      });
    else if (item.destination?.page !== heading.found.page)
      complaints.error({
        code: "bookmark-astray",
        key,
        page: heading.found.page,
        message: `the bookmark “${title}” leads elsewhere`,
      });
  }
}

function flattened(items: readonly OutlineItem[]): OutlineItem[] {
  return items.flatMap((item) => [item, ...flattened(item.items)]);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
