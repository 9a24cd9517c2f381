import { type Mark, markText } from "../pdf/content/marks.ts";
import { descendants, type Element, marksOf } from "../pdf/structure/element.ts";

/**
 * The browser repeats a table's head on each page, and tags the repetition into the same cells: a reader would hear it on each
 * page. Takes all but the first out of the structure. Gives the number of marks.
 */
export function releaseRepeatedHeaders(structure: Element): number {
  let count = 0;
  for (const element of descendants(structure))
    if (element.role === "TH") count += releaseRepetition(element);
  return count;
}

function releaseRepetition(cell: Element): number {
  const marks = marksOf(cell);
  const byPage = Map.groupBy(marks, ({ page }) => page);
  if (byPage.size < 2) return 0;
  const [first = [], ...others] = [...byPage.keys()]
    .sort((a, b) => a - b)
    .map((page) => byPage.get(page) ?? []);
  const text = textOf(first);
  let count = 0;
  // A cell that runs over to the next page has another text there.
  for (const repetition of others.filter((marks) => textOf(marks) === text))
    for (const mark of repetition) {
      mark.artifact = true;
      count++;
    }
  if (count > 0) {
    dropArtifacts(cell);
    dropLastSpace(first);
  }
  return count;
}

/** The text ends where the first repetition began: no space joins them any longer. */
function dropLastSpace(marks: readonly Mark[]): void {
  const line = marks.at(-1)?.lines.at(-1);
  if (line === undefined || !line.needsSpace) return;
  line.needsSpace = false;
  line.text = line.text.trimEnd();
}

function textOf(marks: readonly Mark[]): string {
  return marks.map(markText).join("").trim();
}

function dropArtifacts(cell: Element): void {
  for (const element of descendants(cell))
    element.kids = element.kids.filter((kid) => kid.kind !== "content" || !kid.mark.artifact);
}
