import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { finish } from "../../src/finish/finish.ts";
import { srgbProfile } from "../../src/finish/icc.ts";
import { finishPart } from "../../src/finish/part.ts";
import type { Conformance, FinishResult } from "../../src/finish/request.ts";
import { arrayAt, asDict, catalogOf, dictAt, nameAt, resolve, textAt } from "../../src/pdf/objects/access.ts";
import { decodeStreamText } from "../../src/pdf/objects/streams.ts";
import { isRef, isStream, ref, type Value } from "../../src/pdf/objects/values.ts";
import { contentsId } from "../../src/pdf/pages.ts";
import { type PdfReading, readPdf } from "../../src/pdf/read.ts";
import type { Kid } from "../../src/pdf/structure/element.ts";
import { type StructureEntry, structureEntries } from "../../src/pdf/structure/text.ts";
import { ATTACHMENT, request } from "./request.ts";

const print = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}.pdf`, import.meta.url));

/** A number tree's entries by key. */
const numberTree = (entries: readonly Value[]): Map<number, Value> =>
  new Map(
    entries.flatMap((key, i): [number, Value][] =>
      i % 2 === 0 ? [[Number(key), entries[i + 1] ?? null]] : [],
    ),
  );

/** What the parent tree says of a leaf of the structure. */
function parentOf(
  { file, pages }: PdfReading,
  parents: ReadonlyMap<number, Value>,
  kid: Kid,
): Value | undefined {
  if (kid.kind === "annotation") return parents.get(Number(asDict(file.get(kid.id))?.get("StructParent")));
  if (kid.kind === "element") return undefined;
  const page = pages[kid.mark.page];
  const owner = page !== undefined && contentsId(page) === kid.mark.stream ? page.id : kid.mark.stream;
  const list = resolve(file, parents.get(Number(asDict(file.get(owner))?.get("StructParents"))));
  return Array.isArray(list) ? list[kid.mark.id] : undefined;
}

/** All but what differs between a document in memory and the same one read back: identities and content positions. */
const comparable = ({ role, depth, lang, alt, text, pages }: StructureEntry): unknown => ({
  role,
  depth,
  lang,
  alt,
  text,
  pages,
});

describe.each<Conformance>(["ua1-a3a", "ua2-a4f"])("a print finished to %s", (conformance) => {
  let result: FinishResult;
  let reading: PdfReading;
  let entries: StructureEntry[];

  beforeAll(() => {
    result = finish(print("en"), request({ conformance }));
    reading = readPdf(result.bytes);
    entries = structureEntries(reading.structure);
  });

  test("has nothing outside of structure and artifacts", () => {
    for (const { untagged } of reading.streams.values()) expect(untagged).toEqual([]);
  });

  test("holds what its only part held", () => {
    const part = readPdf(finishPart(print("en"), "p").bytes);
    expect(entries.map(comparable)).toEqual(structureEntries(part.structure).map(comparable));
    expect(reading.destinations).toEqual(part.destinations);
  });

  test("has only roles with a meaning, list items with bodies, and a repeated table head once", () => {
    expect(entries.filter(({ role }) => role === "NonStruct")).toEqual([]);
    const items = entries.filter(({ role }) => role === "LI");
    expect(items.map(({ element }) => element.kids.at(-1))).toEqual(
      items.map(() => expect.objectContaining({ role: "LBody" })),
    );
    const table = entries.find(({ role, pages }) => role === "Table" && pages.length > 1);
    expect(
      table?.element.kids.slice(1, 3).map((row) => row.kind === "element" && structureEntries(row)[0]?.text),
    ).toEqual(["region41.17% patents", "courtsof"]);
  });

  test("has words apart that the browser broke over two lines", () => {
    const paragraph = entries.find(
      ({ role, text }) => role === "P" && text.includes("41.17% patents trademarks in growth"),
    );
    expect(paragraph?.text).toContain(
      "office courts region Fifth “quoted” region Fifth 41.17% patents courts",
    );
    expect(paragraph?.text).not.toMatch(/[a-z][A-Z]|%[a-z]/);
  });

  test("has links that land on what they name, and say what they are", () => {
    const heading = entries.find(({ role, text }) => role === "H2" && text.startsWith("1."));
    const destination = reading.destinations.get("heading-1");
    expect(destination?.page).toBe(2);
    expect((destination?.y ?? 0) - (heading?.box?.[3] ?? 0)).toBeCloseTo(3.3, 0);
    expect([...reading.links.values()].map(({ contents }) => contents)).toEqual([
      "1. region Fifth “quoted”",
      "courts region",
      "region (https://example.org/1)",
      "1",
    ]);
  });

  test("has bookmarks down to the asked level, leading to their headings", () => {
    const [title] = reading.outline;
    expect(title?.items.map(({ title, items }) => [title, items.length])).toEqual([
      ["region", 0],
      ["1. region Fifth “quoted”", 0],
    ]);
    const roles = new Map(entries.map(({ element, role }) => [element.id, role]));
    expect(title?.items.map(({ element }) => roles.get(element ?? 0))).toEqual(["H2", "H2"]);
  });

  test("carries its data, attached to the document and to the table that shows it", () => {
    const { file } = reading;
    const [specification] = arrayAt(file, catalogOf(file), "AF");
    const entries = asDict(resolve(file, specification)) ?? new Map();
    expect(textAt(file, entries, "UF")).toBe(ATTACHMENT.name);
    expect(textAt(file, entries, "Desc")).toBe(ATTACHMENT.description);
    expect(nameAt(file, entries, "AFRelationship")).toBe("Data");
    const stream = resolve(file, dictAt(file, entries, "EF")?.get("F"));
    expect(isStream(stream) && Buffer.from(decodeStreamText(stream), "latin1")).toEqual(ATTACHMENT.bytes);
    const tables = structureEntries(reading.structure).filter(({ element }) =>
      asDict(file.get(element.id))?.has("AF"),
    );
    expect(tables.map(({ role, pages }) => [role, pages])).toEqual([["Table", [3, 4]]]);
    expect(result.mended.linkedToData).toBe(1);
  });

  test("opens with bookmarks, its title, and pages called i, ii, 1, 2", () => {
    const { file } = reading;
    const catalog = catalogOf(file);
    expect(nameAt(file, catalog, "PageMode")).toBe("UseOutlines");
    expect(dictAt(file, catalog, "ViewerPreferences")?.get("DisplayDocTitle")).toBe(true);
    expect(dictAt(file, catalog, "PageLabels")?.get("Nums")).toEqual([
      0,
      new Map([["S", "/r"]]),
      2,
      new Map([["S", "/D"]]),
    ]);
  });

  test("finds the element of each piece of content, of each link and of each name", () => {
    const { file } = reading;
    const root = dictAt(file, catalogOf(file), "StructTreeRoot") ?? new Map();
    const parents = numberTree(arrayAt(file, dictAt(file, root, "ParentTree") ?? new Map(), "Nums"));
    const names = arrayAt(file, dictAt(file, root, "IDTree") ?? new Map(), "Names");
    const named = entries.filter(({ element }) => element.name !== undefined);
    expect(names.filter((_, i) => i % 2 === 1)).toEqual(
      [...named]
        .sort((a, b) => (String(a.element.name) < String(b.element.name) ? -1 : 1))
        .map(({ element }) => ref(element.id)),
    );
    const leaves = entries.flatMap(({ element }) => element.kids.map((kid) => ({ kid, element })));
    for (const { kid, element } of leaves.filter(({ kid }) => kid.kind !== "element"))
      expect(parentOf(reading, parents, kid)).toEqual(ref(element.id));
  });

  test("says what its colours mean", () => {
    const [intent] = arrayAt(reading.file, catalogOf(reading.file), "OutputIntents");
    const profile = resolve(reading.file, asDict(resolve(reading.file, intent))?.get("DestOutputProfile"));
    expect(isStream(profile) && Buffer.from(decodeStreamText(profile), "latin1")).toEqual(
      Buffer.from(srgbProfile()),
    );
  });

  test("says its version, and has an information dictionary only where that may be", () => {
    const header = Buffer.from(result.bytes.subarray(0, 8)).toString("latin1");
    expect([header, reading.file.trailer.has("Info")]).toEqual(
      conformance === "ua1-a3a" ? ["%PDF-1.7", true] : ["%PDF-2.0", false],
    );
  });
});

test("the same print gives the same bytes", () => {
  expect(Buffer.compare(finish(print("ko"), request()).bytes, finish(print("ko"), request()).bytes)).toBe(0);
});

test("two prints of the same page differ, but not once they are finished", () => {
  const first = print("zh-CN");
  const second = print("zh-CN.again");
  expect(Buffer.compare(first, second)).not.toBe(0);
  expect(Buffer.compare(finish(first, request()).bytes, finish(second, request()).bytes)).toBe(0);
});

test("another date or title gives other bytes", () => {
  const { metadata } = request();
  const other = request({ metadata: { ...metadata, date: "2023-01-01" } });
  expect(Buffer.compare(finish(print("ko"), request()).bytes, finish(print("ko"), other).bytes)).not.toBe(0);
});

test("the print itself is not touched", () => {
  const pdf = print("ko");
  finish(pdf, request());
  expect(Buffer.compare(pdf, print("ko"))).toBe(0);
});

test("links of PDF/UA-2 lead to structure elements, too", () => {
  const { file, links, structure } = readPdf(finish(print("en"), request({ conformance: "ua2-a4f" })).bytes);
  const roles = new Map(structureEntries(structure).map(({ element, role }) => [element.id, role]));
  const targets = [...links.keys()].flatMap((id) => {
    const [element] = arrayAt(file, dictAt(file, asDict(file.get(id)) ?? new Map(), "A") ?? new Map(), "SD");
    return isRef(element) ? [roles.get(element.id)] : [];
  });
  expect(targets).toEqual(["H2", "Table", "P"]);
  const names = [...links.values()].flatMap(({ target }) =>
    target.kind === "internal" ? [target.name] : [],
  );
  expect(names).toEqual(["heading-1", "table-1", "note-1"]);
});

test("structure elements of PDF 1.7 are mapped, those of PDF 2.0 say so", () => {
  const rolesOf = (conformance: Conformance): unknown => {
    const { file } = readPdf(finish(print("en"), request({ conformance })).bytes);
    const root = dictAt(file, catalogOf(file), "StructTreeRoot") ?? new Map();
    return [dictAt(file, root, "RoleMap")?.get("Strong"), arrayAt(file, root, "Namespaces").length];
  };
  expect(rolesOf("ua1-a3a")).toEqual(["/Span", 0]);
  expect(rolesOf("ua2-a4f")).toEqual([undefined, 1]);
});
