import type { Mark, StreamContent } from "../content/marks.ts";
import { asDict, nameAt, refAt, resolve, textAt } from "../objects/access.ts";
import { PdfFormatError } from "../objects/error.ts";
import type { PdfFile } from "../objects/file.ts";
import { type Dict, isRef, type Value } from "../objects/values.ts";
import { contentsId, type PageObject, structureRootOf } from "../pages.ts";
import type { Element, Kid } from "./element.ts";

/** What the tree's leaves point into. */
export interface TreeContent {
  readonly pages: readonly PageObject[];
  readonly streams: ReadonlyMap<number, StreamContent>;
}

interface TreeReader {
  readonly file: PdfFile;
  readonly streams: ReadonlyMap<number, StreamContent>;
  readonly pages: ReadonlyMap<number, PageObject>;
}

/** Reads the structure tree: its only top element, the Document; with `kids`, that element with only these of its kids. */
export function readStructureTree(
  file: PdfFile,
  { pages, streams }: TreeContent,
  kids?: readonly Value[],
): Element {
  const reader = { file, streams, pages: new Map(pages.map((page) => [page.id, page])) };
  return readElement(reader, topElement(file), undefined, kids);
}

/** The kids of the structure tree's top element as they stand in the file. */
export function topKids(file: PdfFile): readonly Value[] {
  return kidValues(elementDict(file, topElement(file)));
}

function topElement(file: PdfFile): number {
  const root = structureRootOf(file).get("K");
  const top = Array.isArray(root) && root.length === 1 ? root[0] : root;
  if (!isRef(top)) throw new PdfFormatError("the structure tree has not exactly one top element");
  return top.id;
}

/** The number of the page object on which a kid's content begins; undefined for one without content. */
export function beginningOf(file: PdfFile, kid: Value): number | undefined {
  if (typeof kid === "number") return undefined;
  const dict = asDict(resolve(file, kid));
  if (dict === undefined) return undefined;
  for (const inner of kidValues(dict)) {
    const page = typeof inner === "number" ? refAt(dict, "Pg")?.id : beginningOf(file, inner);
    if (page !== undefined) return page;
  }
  return dict.has("MCID") ? refAt(dict, "Pg")?.id : undefined;
}

function elementDict(file: PdfFile, id: number): Dict {
  const dict = asDict(file.get(id));
  if (dict === undefined) throw new PdfFormatError(`the structure element ${id} is not a dictionary`);
  return dict;
}

function readElement(
  reader: TreeReader,
  id: number,
  parent: Element | undefined,
  kids?: readonly Value[],
): Element {
  const { file } = reader;
  const dict = elementDict(file, id);
  const element: Element = {
    kind: "element",
    id,
    role: nameAt(file, dict, "S") ?? "",
    parent,
    kids: [],
    lang: textAt(file, dict, "Lang"),
    alt: textAt(file, dict, "Alt"),
    actualText: textAt(file, dict, "ActualText"),
    name: textAt(file, dict, "ID"),
    attributes: readAttributes(file, dict),
  };
  for (const value of kids ?? kidValues(dict)) {
    const kid = readKid(reader, dict, value, element);
    if (kid !== undefined) element.kids.push(kid);
  }
  return element;
}

function kidValues(dict: Dict): readonly Value[] {
  const kids = dict.get("K");
  if (kids === undefined) return [];
  return Array.isArray(kids) ? kids : [kids];
}

function readKid(reader: TreeReader, owner: Dict, value: Value, parent: Element): Kid | undefined {
  if (isRef(value)) return readElement(reader, value.id, parent);
  const pageRef = refAt(owner, "Pg");
  if (typeof value === "number") return contentKid(markOnPage(reader, pageRef?.id, value));
  if (!(value instanceof Map)) return undefined;
  const page = refAt(value, "Pg") ?? pageRef;
  const object = refAt(value, "Obj");
  if (object !== undefined)
    return { kind: "annotation", id: object.id, page: reader.pages.get(page?.id ?? 0)?.index ?? 0 };
  const id = Number(value.get("MCID"));
  const stream = refAt(value, "Stm");
  if (stream === undefined) return contentKid(markOnPage(reader, page?.id, id));
  return contentKid(reader.streams.get(stream.id)?.marks[id]);
}

function markOnPage(
  { pages, streams }: TreeReader,
  pageId: number | undefined,
  id: number,
): Mark | undefined {
  const page = pages.get(pageId ?? 0);
  return page && streams.get(contentsId(page))?.marks[id];
}

/** Content that no stream holds is left out: Chromium tags empty boxes, too. */
function contentKid(mark: Mark | undefined): Kid | undefined {
  return mark && { kind: "content", mark };
}

/** Chromium writes one dictionary per attribute; those of the same owner are put together. */
function readAttributes(file: PdfFile, dict: Dict): Dict[] {
  const value = dict.get("A");
  if (value === undefined) return [];
  const resolved = resolve(file, value);
  const result: Dict[] = [];
  for (const item of Array.isArray(resolved) ? resolved : [resolved]) {
    const attributes = asDict(resolve(file, item));
    if (attributes === undefined || isDefault(attributes)) continue;
    const own = result.find((other) => other.get("O") === attributes.get("O"));
    if (own === undefined) result.push(attributes);
    else for (const [key, entry] of attributes) own.set(key, entry);
  }
  return result;
}

/** Whether attributes only say what holds anyway: that a cell spans one row or column. */
function isDefault(attributes: Dict): boolean {
  return attributes.size === 2 && (attributes.get("RowSpan") === 1 || attributes.get("ColSpan") === 1);
}
