import { type Destination, readDestination } from "./destinations.ts";
import { arrayAt, asDict, dictAt, nameAt, numbersAt, textAt } from "./objects/access.ts";
import type { PdfFile } from "./objects/file.ts";
import { type Dict, isRef, nameText } from "./objects/values.ts";
import { type PageObject, pageIndexes } from "./pages.ts";

/** Where a link leads. */
export type LinkTarget =
  /** Inside the document: by the name that the HTML gives it, and to a place where that name is known. */
  | {
      readonly kind: "internal";
      readonly name: string | undefined;
      readonly destination: Destination | undefined;
    }
  | { readonly kind: "external"; readonly uri: string };

/** A link's sensitive area on a page. A link that runs over several lines has several. */
export interface Link {
  /** Number of its annotation's object. */
  readonly id: number;
  readonly page: number;
  /** Left, bottom, right, top in points. */
  readonly rectangle: readonly number[];
  readonly target: LinkTarget;
  /** What a screen reader says of it, as the annotation has it. */
  readonly contents: string | undefined;
}

/** The link annotations of all pages, by object number. */
export function readLinks(
  file: PdfFile,
  pages: readonly PageObject[],
  destinations: ReadonlyMap<string, Destination>,
): Map<number, Link> {
  const links = new Map<number, Link>();
  const indexes = pageIndexes(pages);
  for (const page of pages)
    for (const value of arrayAt(file, page.dict, "Annots")) {
      const annotation = isRef(value) ? asDict(file.get(value.id)) : undefined;
      if (!isRef(value) || annotation === undefined || nameAt(file, annotation, "Subtype") !== "Link")
        continue;
      links.set(value.id, {
        id: value.id,
        page: page.index,
        rectangle: numbersAt(file, annotation, "Rect"),
        target: readTarget(file, annotation, indexes, destinations),
        contents: textAt(file, annotation, "Contents"),
      });
    }
  return links;
}

function readTarget(
  file: PdfFile,
  annotation: Dict,
  pages: ReadonlyMap<number, number>,
  destinations: ReadonlyMap<string, Destination>,
): LinkTarget {
  const action = dictAt(file, annotation, "A");
  const uri = action && textAt(file, action, "URI");
  if (uri !== undefined) return { kind: "external", uri };
  const value = annotation.get("Dest") ?? action?.get("D");
  const name = typeof value === "string" ? nameText(value) : undefined;
  const destination = name === undefined ? readDestination(file, pages, value) : destinations.get(name);
  return { kind: "internal", name, destination };
}
