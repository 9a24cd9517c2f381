import type { Mark } from "../content/marks.ts";
import type { Dict } from "../objects/values.ts";

/** A structure element: what a screen reader knows as a heading, a table, a link. */
export interface Element {
  readonly kind: "element";
  /** Number of its object. */
  readonly id: number;
  /** Structure type: `H1`, `TD`, `Figure`. */
  role: string;
  parent: Element | undefined;
  kids: Kid[];
  /** BCP 47 tag of its language where it differs from its parent's. */
  lang: string | undefined;
  /** Text that stands for it (figures). */
  alt: string | undefined;
  /** Text that its content means (bullets drawn as paths). */
  actualText: string | undefined;
  /** Name by which table cells refer to their headers. */
  name: string | undefined;
  /** Attributes, a dictionary for each owner: `Table` with Scope and Headers, `Layout` with BBox. Spans of 1 are left out. */
  attributes: Dict[];
}

/** A piece of page content in an element. */
export interface ContentKid {
  readonly kind: "content";
  readonly mark: Mark;
}

/** An annotation (a link's sensitive area) in an element. */
export interface AnnotationKid {
  readonly kind: "annotation";
  /** Number of the annotation's object, and index of its page. */
  readonly id: number;
  readonly page: number;
}

/** What a structure element can hold, in reading order. */
export type Kid = Element | ContentKid | AnnotationKid;

/** The child elements of an element. */
export function childElements(element: Element): Element[] {
  return element.kids.filter((kid) => kid.kind === "element");
}

/** An element and all below it, in reading order: a list of its own, the tree may change while it is gone through. */
export function descendants(element: Element, found: Element[] = []): Element[] {
  found.push(element);
  for (const kid of element.kids) if (kid.kind === "element") descendants(kid, found);
  return found;
}

/** The marks of an element and of all elements below it, in reading order. */
export function marksOf(element: Element, found: Mark[] = []): Mark[] {
  for (const kid of element.kids) {
    if (kid.kind === "content") found.push(kid.mark);
    else if (kid.kind === "element") marksOf(kid, found);
  }
  return found;
}

/** An element's attributes of one owner: `Table`, `List`, `Layout`. */
export function attributesOf({ attributes }: Element, owner: string): Dict | undefined {
  return attributes.find((entries) => entries.get("O") === `/${owner}`);
}

/** Gives an element attributes, in place of those that it has of the same owner. */
export function setAttributes(element: Element, entries: Dict): void {
  const others = element.attributes.filter((attributes) => attributes.get("O") !== entries.get("O"));
  element.attributes = [...others, entries];
}

/** Gives an element these kids, and them this parent. */
export function setKids(element: Element, kids: Kid[]): void {
  element.kids = kids;
  for (const kid of kids) if (kid.kind === "element") kid.parent = element;
}
