import type { Box } from "../../pdf/content/box.ts";
import type { TextLine } from "../../pdf/content/marks.ts";
import { textScale } from "../../pdf/text-scale.ts";
import type { Complaints } from "../complaints.ts";
import type { Finished } from "../reading/finished.ts";

/** Text may reach so many points over an edge: rounding, the overshoot of a glyph. */
const TOLERANCE = 1;
/** Points per CSS pixel, when nothing is scaled. */
const POINTS_PER_PIXEL = 0.75;

/** Parts of the font size that letters reach above and below the baseline, for certain: the height of an x, none below. */
const REACH_ABOVE = 0.45;
const REACH_BELOW = 0;

/** No text outside its page or cut off at the page area’s edges, no lines on top of each other, no page without content, nothing shrunk to fit. */
export function checkGeometry(finished: Finished, complaints: Complaints): void {
  const areas = pageAreas(finished);
  for (const { index, width, height } of finished.pages) {
    const { inside, margin, painted } = contentOf(finished, index);
    if (!painted) complaints.error({ code: "empty-page", page: index, message: "the page has no content" });
    const sheet: Box = [0, 0, width, height];
    for (const line of [...inside, ...margin])
      if (!contains(sheet, line)) outside(line, "text-off-page", "the sheet", complaints);
    const area = areas.get(index) ?? sheet;
    for (const line of inside)
      if (contains(sheet, line) && !contains(area, line))
        outside(line, "text-clipped", "the page area", complaints);
    checkOverlaps(inside, complaints);
  }
  checkScale(finished, complaints);
}

/** The page areas without margins, by page. */
function pageAreas({ streams }: Finished): Map<number, Box> {
  const areas = new Map<number, Box>();
  for (const { page, pageArea } of streams.values())
    if (pageArea && !areas.has(page)) areas.set(page, pageArea);
  return areas;
}

function contentOf({ streams }: Finished, page: number) {
  const contents = [...streams.values()].filter((stream) => stream.page === page);
  const marks = contents.flatMap((stream) => stream.marks.filter((mark) => mark !== undefined));
  return {
    inside: marks.flatMap(({ lines }) => lines).filter(({ text }) => text.trim() !== ""),
    margin: contents.flatMap(({ looseLines }) => looseLines),
    painted: marks.some(({ paints }) => paints !== 0),
  };
}

/** What is at the end of a line takes up room and shows nothing there: a space, the empty half of a full-width mark. */
const UNSEEN_AT_END = /[\s\u3000-\u303f\uff00-\uffef”’]$/u;
const HALF_EM = 0.55;

function contains(
  [left, bottom, right, top]: Box,
  { text, startX, endX, baseline, size }: TextLine,
): boolean {
  const unseen = UNSEEN_AT_END.test(text) ? HALF_EM * size : 0;
  return (
    startX >= left - TOLERANCE &&
    endX <= right + TOLERANCE + unseen &&
    baseline - REACH_BELOW * size >= bottom - TOLERANCE &&
    baseline + REACH_ABOVE * size <= top + TOLERANCE
  );
}

function outside(line: TextLine, code: string, edge: string, complaints: Complaints): void {
  complaints.error({ code, page: line.page, message: `“${line.text.trim()}” reaches out of ${edge}` });
}

/** Lines whose baselines are nearer than this part of their size, and which have places in common, are on top of each other. */
const TOO_NEAR = 0.5;

function checkOverlaps(lines: readonly TextLine[], complaints: Complaints): void {
  const sorted = [...lines].sort((a, b) => b.baseline - a.baseline);
  sorted.forEach((line, index) => {
    for (const other of sorted.slice(index + 1)) {
      if (line.baseline - other.baseline >= TOO_NEAR * Math.min(line.size, other.size)) break;
      const common = Math.min(line.endX, other.endX) - Math.max(line.startX, other.startX);
      // The next piece of a line may begin in the empty half of a full-width mark.
      if (common > TOLERANCE + HALF_EM * Math.max(line.size, other.size))
        complaints.error({
          code: "lines-overlap",
          page: line.page,
          message: `“${line.text.trim()}” and “${other.text.trim()}” lie on top of each other`,
        });
    }
  });
}

const PARAGRAPHS = new Set(["P", "H1", "H2", "H3", "H4", "TD"]);

/**
 * When something is wider than the page, Chromium shrinks the whole document until it fits. Running heads keep their size, so it shows only
 * in the text: its size on the page is no longer the one that its style asks for.
 */
function checkScale({ blocks, streams, pages }: Finished, complaints: Complaints): void {
  const byPage = new Map([...streams.values()].map((stream) => [stream.page, stream]));
  for (const { element, lines } of blocks) {
    const mark = element.kids.find((kid) => kid.kind === "content")?.mark;
    const stream = mark && (streams.get(mark.stream) ?? byPage.get(mark.page));
    const line = lines[0]?.line;
    if (!PARAGRAPHS.has(element.role) || !stream || !line || line.page !== stream.page) continue;
    const scale = textScale(stream, line);
    if (scale === undefined || Math.abs(scale / POINTS_PER_PIXEL - 1) < 0.005) continue;
    const percent = ((100 * scale) / POINTS_PER_PIXEL).toFixed(1);
    complaints.error({
      code: "shrunk-to-fit",
      page: line.page,
      message: `the whole document of ${pages.length} pages is printed at ${percent}% of its size: something is wider than the page`,
      hints: [
        "find what is too wide (often a table or a chart) and make it narrower: fewer columns, shorter headers, smaller type",
      ],
    });
    return;
  }
}
