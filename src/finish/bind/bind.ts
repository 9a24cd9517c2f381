import type { Destination } from "../../pdf/destinations.ts";
import { arrayAt, asDict } from "../../pdf/objects/access.ts";
import { emptyFile, type PdfFile } from "../../pdf/objects/file.ts";
import { textOf } from "../../pdf/objects/strings.ts";
import {
  type Dict,
  dict,
  isRef,
  isString,
  nameFrom,
  nameText,
  type Ref,
  type Value,
} from "../../pdf/objects/values.ts";
import { writeFile } from "../../pdf/objects/write.ts";
import { embedFiles, filesByElement } from "../attachments.ts";
import { makeCatalog } from "../catalog.ts";
import { informationDict } from "../information.ts";
import { limitOutline, writeOutline } from "../outline.ts";
import { destinationDict, goTo, type Places } from "../places.ts";
import type { FinishRequest } from "../request.ts";
import { type StandardRoles, standardRoles } from "../standard-roles.ts";
import { type Copier, createCopier } from "./copy.ts";
import { type FontPrograms, joinFonts } from "./fonts.ts";
import type { OpenPart } from "./open-part.ts";
import { joinOutlines } from "./outline.ts";

/** A bound document. */
export interface Bound {
  readonly bytes: Uint8Array;
  /** How many tables and figures refer to attached data. */
  readonly linkedToData: number;
}

/** A part on its way into the whole. */
interface Inserted {
  readonly part: OpenPart;
  readonly copier: Copier;
  readonly pagesBefore: number;
  /** By how much its keys into the parent tree moved. */
  readonly keyShift: number;
}

/** The whole that parts are put into. */
interface Whole extends Places {
  readonly file: PdfFile;
  readonly pages: { readonly id: number }[];
  readonly pageTree: Ref;
  readonly structureRoot: Ref;
  readonly document: Ref;
  readonly roles: StandardRoles;
}

/**
 * Puts finished parts together, in order, as one conformant document. Fonts whose programs are given are embedded once; without one, each
 * part keeps its own. The same parts and request give the same bytes.
 */
export function bind(open: readonly OpenPart[], request: FinishRequest, programs: FontPrograms): Bound {
  const file = emptyFile();
  const whole: Whole = {
    file,
    pages: [],
    pageTree: file.add(null),
    structureRoot: file.add(null),
    document: file.add(null),
    roles: standardRoles(file, request.conformance),
  };
  const fonts = joinFonts(file, open, programs);
  let keys = 0;
  const inserted = open.map((part, i) => {
    const result = insert(part, whole, { keyShift: keys, fonts: fonts[i] ?? new Map() });
    keys += part.nextKey;
    return result;
  });
  writePageTree(whole);
  writeStructure(whole, inserted, keys);
  return writeWhole(whole, inserted, request);
}

/** Copies a part's pages and structure. */
function insert(
  part: OpenPart,
  whole: Whole,
  { keyShift, fonts }: { readonly keyShift: number; readonly fonts: ReadonlyMap<number, Ref> },
): Inserted {
  const { file, pageTree, roles } = whole;
  const copier = createCopier(part.file, file, keyShift, (entries) => {
    if (entries.get("Type") === "/StructElem") setNamespace(entries, roles);
  });
  copier.replace(part.structureRoot, whole.structureRoot);
  copier.replace(part.document, whole.document);
  for (const [id, font] of fonts) copier.replace(id, font);
  const pagesBefore = whole.pages.length;
  const refs = part.pages.map(({ id }) => {
    const page = file.add(null);
    copier.replace(id, page);
    whole.pages.push(page);
    return page;
  });
  part.pages.forEach(({ dict: entries }, i) => {
    const page = copier.copyOf(new Map([...entries].filter(([key]) => key !== "Parent")));
    if (page instanceof Map) page.set("Parent", pageTree);
    file.set(refs[i]?.id ?? 0, page);
  });
  copier.complete();
  return { part, copier, pagesBefore, keyShift };
}

function setNamespace(entries: Dict, { namespaceOf }: StandardRoles): void {
  const namespace = namespaceOf(String(entries.get("S")).slice(1));
  if (namespace !== undefined) entries.set("NS", namespace);
}

function writePageTree({ file, pages, pageTree }: Whole): void {
  const Kids = pages.map(({ id }): Ref => ({ kind: "ref", id }));
  file.set(pageTree.id, dict({ Type: "/Pages", Kids, Count: Kids.length }));
}

/** One structure tree of all: the top elements' kids in order, and what leads from content to elements. */
function writeStructure(whole: Whole, inserted: readonly Inserted[], nextKey: number): void {
  const { file, structureRoot, document, roles } = whole;
  const [first] = inserted;
  const kids = inserted.flatMap(({ part, copier }) => {
    const value = asDict(part.file.get(part.document))?.get("K");
    const copy = value === undefined ? [] : copier.copyOf(value);
    return Array.isArray(copy) ? copy : [copy];
  });
  const top = first?.copier.copyOf(first.part.file.get(first.part.document));
  const entries: Dict = top instanceof Map ? top : new Map();
  entries.set("P", structureRoot);
  entries.set("K", kids);
  entries.delete("Pg");
  setNamespace(entries, roles);
  file.set(document.id, entries);
  const parents = inserted.flatMap(({ part, copier, keyShift }) =>
    part.parents.map((value) => (typeof value === "number" ? value + keyShift : copier.copyOf(value))),
  );
  const names = sortedNames(inserted);
  for (const { copier } of inserted) copier.complete();
  const tree = dict({
    Type: "/StructTreeRoot",
    K: [document],
    ParentTree: file.add(dict({ Nums: parents })),
    ParentTreeNextKey: nextKey,
    IDTree: names.length > 0 ? file.add(dict({ Names: names })) : undefined,
    ...roles.rootEntries(),
  });
  file.set(structureRoot.id, tree);
}

/** The pairs of the elements' names and the elements, by name. */
function sortedNames(inserted: readonly Inserted[]): Value[] {
  const pairs = inserted.flatMap(({ part, copier }) => {
    const own: [string, Value[]][] = [];
    for (let i = 0; i + 1 < part.names.length; i += 2) {
      const [name = null, element = null] = part.names.slice(i, i + 2);
      if (isString(name)) own.push([textOf(name), [name, copier.copyOf(element)]]);
    }
    return own;
  });
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, pair]) => pair);
}

function writeWhole(whole: Whole, inserted: readonly Inserted[], request: FinishRequest): Bound {
  const { file } = whole;
  const { conformance, metadata, attachments } = request;
  const structured = conformance === "ua2-a4f";
  const destinations = allDestinations(inserted);
  if (structured) leadLinksIntoStructure(whole, inserted, destinations);
  const placements = inserted.map(({ part, pagesBefore, copier }) => ({
    part,
    pagesBefore,
    elementOf: (id: number) => copier.refOf(id).id,
  }));
  const outline = limitOutline(joinOutlines(placements), request.outlineLevels ?? Number.POSITIVE_INFINITY);
  const embedded = embedFiles(file, attachments, metadata.date);
  const shown = filesByElement(attachments, embedded.specifications, meantBy(inserted, "showing"));
  for (const [element, AF] of shown) asDict(file.get(element))?.set("AF", AF);
  const catalog = makeCatalog(file, request, {
    pages: whole.pageTree,
    structureRoot: whole.structureRoot,
    outline: writeOutline(whole, outline, structured),
    destinations: destinationDict(whole, destinations),
    files: embedded.catalog,
  });
  const bytes = writeFile(file, {
    version: structured ? "2.0" : "1.7",
    root: file.add(catalog),
    info: structured ? undefined : file.add(informationDict(metadata)),
  });
  return { bytes, linkedToData: shown.size };
}

function allDestinations(inserted: readonly Inserted[]): Map<string, Destination> {
  return new Map(
    inserted.flatMap(({ part, pagesBefore }) =>
      [...part.destinations].map(
        ([name, place]) => [name, { ...place, page: place.page + pagesBefore }] as const,
      ),
    ),
  );
}

/** Object numbers of what the named destinations mean. */
function meantBy(inserted: readonly Inserted[], kind: "element" | "showing"): Map<string, number> {
  return new Map(
    inserted.flatMap(({ part, copier }) =>
      [...part.meant].flatMap(([name, meant]) => {
        const id = meant[kind];
        return id === undefined ? [] : [[name, copier.refOf(id).id] as const];
      }),
    ),
  );
}

/** Links name the structure element that they lead to, too (ISO 14289-2, 8.8). */
function leadLinksIntoStructure(
  whole: Whole,
  inserted: readonly Inserted[],
  destinations: ReadonlyMap<string, Destination>,
): void {
  const elements = meantBy(inserted, "element");
  for (const annotation of whole.pages.flatMap(({ id }) => annotationsOf(whole.file, id))) {
    const target = annotation.get("Dest");
    const name = typeof target === "string" ? nameText(target) : "";
    const [destination, element] = [destinations.get(name), elements.get(name)];
    if (destination === undefined || element === undefined) continue;
    annotation.delete("Dest");
    // The name stays, so that links can still be told by what they mean.
    annotation.set("A", goTo(whole, destination, element).set("D", nameFrom(name)));
  }
}

function annotationsOf(file: PdfFile, page: number): Dict[] {
  const entries = asDict(file.get(page));
  const values = entries === undefined ? [] : arrayAt(file, entries, "Annots");
  return values.flatMap((value) => (isRef(value) ? (asDict(file.get(value.id)) ?? []) : []));
}
