import type { Composition } from "../../model/composition.ts";
import type { Complaints } from "../complaints.ts";
import type { Finished, Opened } from "../reading/finished.ts";
import { closed } from "../reading/normalize.ts";
import { type Placed, pageLabelOf } from "../text/compare.ts";

/** Each line of the contents lists leads to what it names and has the number of its page, and nothing is left out. */
export function checkContents(
  placed: readonly Placed[],
  { slots }: Pick<Composition, "slots">,
  finished: Opened,
  complaints: Complaints,
): void {
  const lines = new Map(
    placed.flatMap((line) => (line.expected.role === "contents" ? [[line.expected.id, line] as const] : [])),
  );
  for (const id of slots.keys())
    if (!lines.has(id))
      complaints.error({ code: "contents-incomplete", message: `the contents list has no line for “${id}”` });
  const linked = new Set(
    [...finished.links.values()].map(({ target }) => (target.kind === "internal" ? target.name : "")),
  );
  for (const { expected, found } of lines.values()) {
    if (!linked.has(expected.id ?? ""))
      complaints.error({
        code: "broken-link",
        page: found.page,
        message: `the contents line “${expected.text}” is no link, or one that leads nowhere`,
      });
    const wanted = pageLabelOf(expected, finished);
    const shown = closed(found.text).slice(closed(expected.text).length);
    if (shown === wanted && wanted !== "") continue;
    complaints.error({
      code: "wrong-page-number",
      page: found.page,
      message: `the contents list says page “${shown}” for “${expected.text}”, which stands on page “${wanted}”`,
    });
  }
}

/** The numbers at the pages’ feet are those that the document calls its pages by. */
export function checkFolios({ streams, labels }: Finished, complaints: Complaints): void {
  for (const { page, pageArea, looseLines } of streams.values()) {
    const folio = looseLines.find(
      ({ text, baseline }) => baseline < (pageArea?.[1] ?? 0) && FOLIO.test(text.trim()),
    );
    const label = labels[page] ?? "";
    if (!folio || folio.text.trim() === label) continue;
    complaints.error({
      code: "wrong-page-label",
      page,
      message: `the page’s foot says “${folio.text.trim()}”, and viewers call it “${label}”`,
    });
  }
}

const FOLIO = /^(?:\d+|[ivxlcdm]+)$/;
