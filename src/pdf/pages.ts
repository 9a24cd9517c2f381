import { asDict, catalogOf, dictAt, nameAt, numbersAt, refAt, requireDict } from "./objects/access.ts";
import { PdfFormatError } from "./objects/error.ts";
import type { PdfFile } from "./objects/file.ts";
import { type Dict, isRef } from "./objects/values.ts";

/** A page as its dictionary says it. */
export interface PageObject {
  /** Number of its object. */
  readonly id: number;
  /** Index from 0. */
  readonly index: number;
  readonly dict: Dict;
  /** Width and height in points. */
  readonly width: number;
  readonly height: number;
}

/** All pages in order. */
export function readPages(file: PdfFile): PageObject[] {
  const root = refAt(catalogOf(file), "Pages");
  const pages: PageObject[] = [];
  if (root !== undefined) collectPages(file, root.id, pages);
  return pages;
}

/** Indexes of pages by the number of their object: what destinations refer to. */
export function pageIndexes(pages: readonly PageObject[]): ReadonlyMap<number, number> {
  return new Map(pages.map(({ id, index }) => [id, index]));
}

function collectPages(file: PdfFile, id: number, pages: PageObject[]): void {
  const node = asDict(file.get(id));
  if (node === undefined) throw new PdfFormatError(`the page tree's object ${id} is not a dictionary`);
  const kids = node.get("Kids");
  if (!Array.isArray(kids)) {
    const [left = 0, bottom = 0, right = 0, top = 0] = numbersAt(file, node, "MediaBox");
    pages.push({ id, index: pages.length, dict: node, width: right - left, height: top - bottom });
    return;
  }
  for (const kid of kids) if (isRef(kid)) collectPages(file, kid.id, pages);
}

/** A page's resources of one kind: Font, XObject. */
export function resourcesOf(file: PdfFile, owner: Dict, kind: string): Dict {
  const resources = dictAt(file, owner, "Resources");
  return (resources && dictAt(file, resources, kind)) ?? new Map();
}

/** Whether an XObject's dictionary is a form's. */
export function isForm(file: PdfFile, xobject: Dict): boolean {
  return nameAt(file, xobject, "Subtype") === "Form";
}

/** Number of a page's only content stream. */
export function contentsId(page: PageObject): number {
  const contents = refAt(page.dict, "Contents");
  if (contents === undefined)
    throw new PdfFormatError(`page ${page.index + 1} has not exactly one content stream`);
  return contents.id;
}

/** The structure tree's root; throws a `PdfFormatError` if the file is not tagged. */
export function structureRootOf(file: PdfFile): Dict {
  return requireDict(file, catalogOf(file), "StructTreeRoot");
}
