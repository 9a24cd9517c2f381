import type { Mark } from "../pdf/content/marks.ts";
import { dict } from "../pdf/objects/values.ts";
import { type Element, type Kid, marksOf, setAttributes, setKids } from "../pdf/structure/element.ts";
import { boxOnPage } from "../pdf/structure/text.ts";

/** What was done to the figures of a document. */
export interface FigureCounts {
  readonly figures: number;
  /** Elements inside figures that were dissolved. */
  readonly dissolved: number;
  /** Figures without an alternative text: nothing here can mend that. */
  readonly withoutAlt: number;
}

/** Makes each figure one element with its alternative text, its extent and at most a caption in it. */
export function mendFigures(structure: Element): FigureCounts {
  const figures = outermostFigures(structure);
  let dissolved = 0;
  for (const figure of figures) {
    if (figure.alt !== undefined) dissolved += flatten(figure);
    addExtent(figure);
  }
  const withoutAlt = figures.filter(({ alt }) => alt === undefined).length;
  return { figures: figures.length, dissolved, withoutAlt };
}

/** Figures that are in no other. A figure without a text of its own takes that of the only one inside; with several it is but a group. */
function outermostFigures(element: Element): Element[] {
  const inner = element.kids.flatMap((kid) => (kid.kind === "element" ? outermostFigures(kid) : []));
  if (element.role !== "Figure") return inner;
  if (element.alt === undefined && inner.length > 1) {
    element.role = "Div";
    return inner;
  }
  element.alt ??= inner[0]?.alt;
  return [element];
}

function flatten(figure: Element): number {
  let dissolved = 0;
  const captions: Element[] = [];
  const flat = (kid: Kid): Kid[] => {
    if (kid.kind !== "element") return [kid];
    if (kid.role === "Caption") {
      captions.push(kid);
      return [];
    }
    dissolved++;
    return kid.kids.flatMap(flat);
  };
  const [first] = figure.kids;
  const content = figure.kids.flatMap(flat);
  // A caption is read where it is seen: above what it describes, or below.
  const above = first?.kind === "element" && first.role === "Caption";
  setKids(figure, above ? [...captions, ...content] : [...content, ...captions]);
  return dissolved;
}

function addExtent(figure: Element): void {
  const marks: Mark[] = figure.kids.flatMap((kid) => {
    if (kid.kind === "content") return [kid.mark];
    return kid.kind === "element" && kid.role !== "Caption" ? marksOf(kid) : [];
  });
  const box = boxOnPage(marks, marks[0]?.page);
  if (box === undefined) return;
  const rounded = box.map((value) => Math.round(value * 100) / 100);
  setAttributes(figure, dict({ O: "/Layout", BBox: rounded, Placement: "/Block" }));
}
