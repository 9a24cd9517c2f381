import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { headingLevel, openPart } from "../../src/finish/bind/open-part.ts";
import { mendCaptions } from "../../src/finish/captions.ts";
import { finish } from "../../src/finish/finish.ts";
import { mendLists } from "../../src/finish/lists.ts";
import { mendParagraphs } from "../../src/finish/paragraphs.ts";
import { finishPart } from "../../src/finish/part.ts";
import { mendRoles } from "../../src/finish/roles.ts";
import { standardRoles } from "../../src/finish/standard-roles.ts";
import { catalogOf } from "../../src/pdf/objects/access.ts";
import { PdfFormatError } from "../../src/pdf/objects/error.ts";
import { emptyFile, openFile } from "../../src/pdf/objects/file.ts";
import { serialize } from "../../src/pdf/objects/serialize.ts";
import { dict, type Value } from "../../src/pdf/objects/values.ts";
import { writeFile } from "../../src/pdf/objects/write.ts";
import { drawing, element, outlineOf } from "../pdf/tree.ts";
import { request } from "./request.ts";

const print = (name: string) => readFileSync(new URL(`fixtures/${name}.pdf`, import.meta.url));

test.each(["en", "ko", "zh-CN"])("what was mended of a print is counted (%s)", async (name) => {
  const counts = `${JSON.stringify(finish(print(name), request()).mended, null, 1)}\n`;
  await expect(counts).toMatchFileSnapshot(`${import.meta.dirname}/fixtures/${name}.mended.json`);
});

test("labels of pages stand in the order of pages, however they were asked for", () => {
  const pageLabels = [
    { from: 2, style: "decimal" },
    { from: 0, style: "roman" },
  ] as const;
  const { bytes } = finish(print("en"), request({ pageLabels }));
  const labels = catalogOf(openFile(bytes)).get("PageLabels") ?? null;
  expect(serialize(labels, ({ id }) => id)).toBe("<</Nums[0<</S/r>> 2<</S/D>>]>>");
});

test("what has no structure cannot be bound", () => {
  const file = emptyFile();
  const pages = file.add(dict({ Type: "/Pages", Kids: [], Count: 0 }));
  const root = file.add(dict({ Type: "/Catalog", Pages: pages }));
  expect(() => openPart(writeFile(file, { version: "1.7", root }))).toThrow(
    new PdfFormatError("a part to be bound has no structure tree"),
  );
});

test("the parts of a table stay where they are beside its caption", () => {
  const row = () => element("TR", [element("TD", ["7"])]);
  const parts = [element("THead", [row()]), element("TBody", [row()]), element("TFoot", [row()])];
  const table = element("Table", [element("Caption", ["T"]), ...parts]);
  expect(mendCaptions(element("Document", [table]), element)).toBe(0);
  expect(outlineOf(table)).toBe("Table[Caption[T] THead[TR[TD[7]]] TBody[TR[TD[7]]] TFoot[TR[TD[7]]]]");
  expect(mendCaptions(element("Caption", ["alone"]), element)).toBe(1);
});

test("a list with loose content; a drawn label of an unknown kind is a bullet", () => {
  const label = element("Lbl", [drawing()]);
  const list = element("L", ["loose", element("LI", [label, "one"])]);
  expect(mendLists(element("Document", [list]), element)).toBe(1);
  expect(outlineOf(list)).toBe("L[loose LI[Lbl[~] LBody[one]]]");
  expect(label.actualText).toBe("•");
  const done = element("L", [element("LI", [element("Lbl", ["1."]), element("LBody", ["one"])])]);
  expect(mendLists(element("Document", [done]), element)).toBe(0);
});

test("a ruby base is counted", () => {
  const ruby = element("Ruby", [element("NonStruct", ["漢"]), element("RT", ["かん"])]);
  expect(mendRoles(element("P", [ruby]))).toBe(1);
});

test("sections, references and empty groups keep their roles", () => {
  const structure = element("Document", [
    element("Sect", [element("NonStruct", ["a"]), element("Reference", ["b"])]),
    element("P", [element("Reference", [element("NonStruct", ["c"])])]),
  ]);
  mendParagraphs(structure, element);
  expect(outlineOf(structure)).toBe("Document[Sect[P[a Reference[b]]] P[Reference[c]]]");
});

test("roles that PDF 1.7 does not know are mapped to what it does", () => {
  const roles = standardRoles(emptyFile(), "ua1-a3a");
  expect(roles.rootEntries()).toEqual({});
  for (const role of ["P", "Strong", "Sub", "Aside", "DocumentFragment", "Title", "FENote"])
    expect(roles.namespaceOf(role)).toBeUndefined();
  const mapped: Record<string, Value> = {
    Aside: "/Div",
    DocumentFragment: "/Div",
    FENote: "/Note",
    Strong: "/Span",
    Sub: "/Span",
    Title: "/P",
  };
  expect(roles.rootEntries()).toEqual({ RoleMap: dict(mapped) });
});

test("bookmarks of a part have the levels of their headings", () => {
  const part = openPart(finishPart(print("en"), "a").bytes);
  expect(part.outline.map((item) => headingLevel(part, item))).toMatchInlineSnapshot(`
    [
      1,
    ]
  `);
  const [first] = part.outline;
  if (first === undefined) throw new Error("no bookmarks");
  expect(headingLevel(part, { ...first, element: undefined })).toBeUndefined();
  expect(headingLevel(part, { ...first, element: part.document })).toBeUndefined();
});
