import { type Destination, readDestinations } from "../../pdf/destinations.ts";
import { arrayAt, asDict, catalogOf, dictAt, nameAt, numberAt, refAt } from "../../pdf/objects/access.ts";
import { PdfFormatError } from "../../pdf/objects/error.ts";
import { openFile, type PdfFile } from "../../pdf/objects/file.ts";
import { type Dict, isRef, nameText, type Value } from "../../pdf/objects/values.ts";
import { type OutlineItem, readOutline } from "../../pdf/outline.ts";
import { type PageObject, pageIndexes, readPages } from "../../pdf/pages.ts";

/** A finished part, opened to be bound: only its objects are read, not its content. */
export interface OpenPart {
  readonly file: PdfFile;
  readonly pages: readonly PageObject[];
  /** Object numbers of the structure tree's root and of its only top element. */
  readonly structureRoot: number;
  readonly document: number;
  /** Pairs of key and parent of the parent tree, and the first key that is free. */
  readonly parents: readonly Value[];
  readonly nextKey: number;
  /** Pairs of name and element. */
  readonly names: readonly Value[];
  readonly destinations: ReadonlyMap<string, Destination>;
  /** The elements that begin at the named destinations, and the tables or figures there: object numbers. */
  readonly meant: ReadonlyMap<string, { readonly element?: number; readonly showing?: number }>;
  readonly outline: readonly OutlineItem[];
  /** Object numbers of its fonts. */
  readonly fonts: readonly number[];
}

/** Opens a part that `finishPart` wrote. Throws a `PdfFormatError` for anything else. */
export function openPart(bytes: Uint8Array): OpenPart {
  const file = openFile(bytes);
  const catalog = catalogOf(file);
  const pages = readPages(file);
  const indexes = pageIndexes(pages);
  const structureRoot = refAt(catalog, "StructTreeRoot");
  const root = asDict(file.get(structureRoot?.id ?? 0));
  const [document] = root === undefined ? [] : arrayAt(file, root, "K");
  if (structureRoot === undefined || root === undefined || !isRef(document ?? null))
    throw new PdfFormatError("a part to be bound has no structure tree");
  const parentTree = dictAt(file, root, "ParentTree");
  const names = dictAt(file, root, "IDTree");
  return {
    file,
    pages,
    structureRoot: structureRoot.id,
    document: isRef(document) ? document.id : 0,
    parents: parentTree === undefined ? [] : arrayAt(file, parentTree, "Nums"),
    nextKey: numberAt(file, root, "ParentTreeNextKey") ?? 0,
    names: names === undefined ? [] : arrayAt(file, names, "Names"),
    destinations: readDestinations(file, indexes),
    meant: readMeant(dictAt(file, catalog, "Meant") ?? new Map()),
    outline: readOutline(file, indexes),
    fonts: arrayAt(file, catalog, "Fonts").flatMap((font) => (isRef(font) ? [font.id] : [])),
  };
}

function readMeant(entries: Dict): OpenPart["meant"] {
  const meant = [...entries].map(([name, value]) => {
    const [element = null, showing = null] = Array.isArray(value) ? value : [];
    const numbers = {
      ...(isRef(element) ? { element: element.id } : {}),
      ...(isRef(showing) ? { showing: showing.id } : {}),
    };
    return [nameText(`/${name}`), numbers] as const;
  });
  return new Map(meant);
}

/** Level of the heading that a bookmark stands for; undefined where it stands for none. */
export function headingLevel({ file }: OpenPart, { element }: OutlineItem): number | undefined {
  const heading = element === undefined ? undefined : asDict(file.get(element));
  const [, level] = /^H([1-6])$/.exec((heading && nameAt(file, heading, "S")) ?? "") ?? [];
  return level === undefined ? undefined : Number(level);
}
