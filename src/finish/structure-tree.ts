import type { Mark } from "../pdf/content/marks.ts";
import { asDict, numberAt } from "../pdf/objects/access.ts";
import { textString } from "../pdf/objects/strings.ts";
import { type Dict, dict, type Ref, ref, type Value } from "../pdf/objects/values.ts";
import { contentsId } from "../pdf/pages.ts";
import type { PdfReading } from "../pdf/read.ts";
import { descendants, type Element, type Kid } from "../pdf/structure/element.ts";

/** Writes a structure tree anew, with all that refers into it. Gives the reference of its root. */
export function writeStructureTree(reading: PdfReading): Ref {
  const { file, structure } = reading;
  const root = file.add(null);
  const parents = createParentTree(reading);
  const named: [string, Element][] = [];
  for (const element of descendants(structure)) {
    const entries = elementEntries(reading, element, root);
    file.set(element.id, entries);
    for (const kid of element.kids) parents.enter(kid, element);
    if (element.name !== undefined) named.push([element.name, element]);
  }
  const tree = dict({
    Type: "/StructTreeRoot",
    K: [ref(structure.id)],
    ParentTree: file.add(parents.write()),
    ParentTreeNextKey: parents.nextKey(),
    IDTree: named.length > 0 ? file.add(nameTree(named)) : undefined,
  });
  file.set(root.id, tree);
  return root;
}

function elementEntries(reading: PdfReading, element: Element, root: Ref): Dict {
  const { role, parent, lang, alt, actualText, name, attributes } = element;
  const page = firstPage(element);
  const pageId = page === undefined ? undefined : reading.pages[page]?.id;
  return dict({
    Type: "/StructElem",
    S: `/${role}`,
    P: parent === undefined ? root : ref(parent.id),
    Pg: pageId === undefined ? undefined : ref(pageId),
    K: kidsValue(reading, element.kids, page),
    Lang: lang === undefined ? undefined : textString(lang),
    Alt: alt === undefined ? undefined : textString(alt),
    ActualText: actualText === undefined ? undefined : textString(actualText),
    ID: name === undefined ? undefined : textString(name),
    A: attributes.length > 1 ? attributes : attributes[0],
  });
}

/** Page of the first content directly in an element: it need not be said again for each kid. */
function firstPage({ kids }: Element): number | undefined {
  for (const kid of kids) if (kid.kind === "content") return kid.mark.page;
  return undefined;
}

function kidsValue(reading: PdfReading, kids: readonly Kid[], page: number | undefined): Value | undefined {
  const values = kids.map((kid) => kidValue(reading, kid, page));
  return values.length > 1 ? values : values[0];
}

function kidValue({ pages }: PdfReading, kid: Kid, page: number | undefined): Value {
  if (kid.kind === "element") return ref(kid.id);
  const index = kid.kind === "content" ? kid.mark.page : kid.page;
  const pageObject = pages[index];
  const pageEntry = pageObject === undefined || index === page ? undefined : ref(pageObject.id);
  if (kid.kind === "annotation") return dict({ Type: "/OBJR", Obj: ref(kid.id), Pg: pageEntry });
  const { mark } = kid;
  const inForm = pageObject === undefined || mark.stream !== contentsId(pageObject);
  if (!inForm && pageEntry === undefined) return mark.id;
  return dict({ Type: "/MCR", Pg: pageEntry, Stm: inForm ? ref(mark.stream) : undefined, MCID: mark.id });
}

/** Finds the element of a piece of content or an annotation (ISO 32000-2, 14.7.5.4). */
interface ParentTree {
  readonly enter: (kid: Kid, element: Element) => void;
  readonly write: () => Dict;
  readonly nextKey: () => number;
}

function createParentTree(reading: PdfReading): ParentTree {
  const { file } = reading;
  const entries = new Map<number, Value>();
  const keys = new Map<number, number | undefined>();
  const pageOf = new Map(reading.pages.map((page) => [contentsId(page), page.dict]));
  const keyOf = (stream: number): number | undefined => {
    if (!keys.has(stream)) {
      const owner = pageOf.get(stream) ?? asDict(file.get(stream));
      keys.set(stream, owner && numberAt(file, owner, "StructParents"));
    }
    return keys.get(stream);
  };
  const enterMark = ({ stream, id }: Mark, element: Element): void => {
    const key = keyOf(stream);
    if (key === undefined) return;
    const list = entries.get(key);
    const parents = Array.isArray(list) ? list : [];
    while (parents.length < id) parents.push(null);
    parents[id] = ref(element.id);
    entries.set(key, parents);
  };
  return {
    enter: (kid, element) => {
      if (kid.kind === "content") enterMark(kid.mark, element);
      if (kid.kind !== "annotation") return;
      const annotation = asDict(file.get(kid.id));
      const key = annotation && numberAt(file, annotation, "StructParent");
      if (key !== undefined) entries.set(key, ref(element.id));
    },
    write: () => {
      const sorted = [...entries].sort(([a], [b]) => a - b);
      return dict({
        Nums: sorted.flatMap(([key, value]) => [key, Array.isArray(value) ? file.add(value) : value]),
      });
    },
    nextKey: () => Math.max(-1, ...entries.keys()) + 1,
  };
}

function nameTree(named: readonly [string, Element][]): Dict {
  const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
  return dict({ Names: sorted.flatMap(([name, { id }]) => [textString(name), ref(id)]) });
}
