import { expect, test } from "vitest";
import { mendCaptions } from "../../src/finish/captions.ts";
import { mendFigures } from "../../src/finish/figures.ts";
import { mendLists } from "../../src/finish/lists.ts";
import { renameElements } from "../../src/finish/names.ts";
import { mendParagraphs } from "../../src/finish/paragraphs.ts";
import { releaseRepeatedHeaders } from "../../src/finish/repeated-headers.ts";
import { mendRoles } from "../../src/finish/roles.ts";
import { textString } from "../../src/pdf/objects/strings.ts";
import { dict } from "../../src/pdf/objects/values.ts";
import { attributesOf } from "../../src/pdf/structure/element.ts";
import { content, drawing, element, outlineOf } from "../pdf/tree.ts";

const box = (...kids: Parameters<typeof element>[1] & object): ReturnType<typeof element> =>
  element("NonStruct", kids);

test("a table's head is heard once, a cell that runs over to the next page whole", () => {
  const head = element("TH", [
    box(content("Region"), content("Region", { page: 1 }), content("Region", { page: 2 })),
  ]);
  const long = element("TH", [content("A long"), content("name", { page: 1 })]);
  expect(releaseRepeatedHeaders(element("Table", [element("TR", [head]), element("TR", [long])]))).toBe(2);
  expect(outlineOf(head)).toBe("TH[NonStruct[Region]]");
  expect(outlineOf(long)).toBe("TH[A long name]");
});

test("boxes that mean nothing dissolve, and text in a group becomes paragraphs", () => {
  const structure = element("Document", [
    box(element("H1", [box("Title")]), box(box("a"), element("Em", [box("b")])), box(box("c"))),
    element("Div", [box("d"), element("Link", [box("e")]), box(box("f")), element("P", [box(box("g"))])]),
    box(box(box("term")), box(box("meaning"))),
    box(),
  ]);
  expect(mendParagraphs(structure, element)).toBe(6);
  expect(outlineOf(structure)).toBe(
    "Document[H1[Title] P[a Em[b]] P[c] Div[P[d Link[e]] P[f] P[g]] P[term] P[meaning]]",
  );
});

test("a box keeps its language", () => {
  const structure = element("Document", [
    element("NonStruct", [box("x")], { lang: "fr" }),
    element("NonStruct", [element("P", ["y"])], { lang: "ko" }),
    element("P", [element("NonStruct", ["z"], { lang: "ja" })]),
  ]);
  mendParagraphs(structure, element);
  expect(outlineOf(structure)).toBe("Document[P[x] Div[P[y]] P[Span[z]]]");
});

test("list items get bodies, drawn bullets a text, and lists their numbering", () => {
  const inner = element("L", [element("LI", ["unlabelled"])], {
    attributes: [dict({ O: "/List", ListNumbering: "/Decimal" })],
  });
  const bullet = element("Lbl", [drawing()]);
  const outer = element("L", [element("LI", [bullet, "text", inner])], {
    attributes: [dict({ O: "/List", ListNumbering: "/Circle" })],
  });
  const plain = element("L", [element("LI", [element("Lbl", ["1."]), "one"])]);
  expect(mendLists(element("Document", [outer, plain]), element)).toBe(3);
  expect(outlineOf(outer)).toBe("L[LI[Lbl[~] LBody[text L[LI[LBody[unlabelled]]]]]]");
  expect(bullet.actualText).toBe("◦");
  expect([outer, inner, plain].map((list) => attributesOf(list, "List")?.get("ListNumbering"))).toEqual([
    "/Circle",
    "/None",
    "/Disc",
  ]);
});

test("a figure is one element, with its extent and its caption", () => {
  const bars = element("Span", [content("10"), element("Span", [drawing({ box: [200, 300, 250, 400] })])]);
  const figure = element("Figure", [bars, element("Caption", ["Chart 1"])], { alt: "Bars" });
  expect(mendFigures(element("Document", [figure]))).toEqual({ figures: 1, dissolved: 2, withoutAlt: 0 });
  expect(outlineOf(figure)).toBe("Figure[10 ~ Caption[Chart 1]]");
  expect(attributesOf(figure, "Layout")?.get("BBox")).toEqual([0, 300, 250, 710]);
});

test("a figure takes the text of the picture in it; around several it is a group; without any it is counted", () => {
  const one = element("Figure", [element("Figure", [drawing()], { alt: "inner" })]);
  const two = element(
    "Figure",
    [1, 2].map((i) => element("Figure", [drawing()], { alt: `${i}` })),
  );
  const none = element("Figure", [drawing()]);
  expect(mendFigures(element("Document", [one, two, none]))).toEqual({
    figures: 4,
    dissolved: 1,
    withoutAlt: 1,
  });
  expect([one.alt, two.role, outlineOf(one), none.alt]).toEqual(["inner", "Div", "Figure[~]", undefined]);
});

test("captions move into what they stand beside, and are paragraphs elsewhere", () => {
  const structure = element("Document", [
    element("Div", [element("Figure", [drawing()]), element("Caption", ["after"])]),
    element("Div", [element("Caption", ["before"]), element("Table", [element("TR")])]),
    element("Div", [element("Caption", ["alone"]), element("P", ["text"])]),
  ]);
  expect(mendCaptions(structure, element)).toBe(3);
  expect(outlineOf(structure)).toBe(
    "Document[Div[Figure[~ Caption[after]]] Div[Table[Caption[before] TR[]]] Div[P[alone] P[text]]]",
  );
});

test("the loose pieces of a table's caption are put together", () => {
  const row = (): ReturnType<typeof element> => element("TR", [element("TD", ["7"])]);
  const bare = element("Table", [box("Table 1"), box("Patents"), row()]);
  const captioned = element("Table", [element("Caption", ["Table 2"]), row(), box("Unit: piece")]);
  expect(mendCaptions(element("Document", [bare, captioned]), element)).toBe(2);
  expect(outlineOf(bare)).toBe("Table[Caption[NonStruct[Table 1] NonStruct[Patents]] TR[TD[7]]]");
  expect(outlineOf(captioned)).toBe("Table[Caption[Table 2 NonStruct[Unit: piece]] TR[TD[7]]]");
});

test("what has a link's annotation is a link, and ruby has bases", () => {
  const note = element("NonStruct", ["1", { kind: "annotation", id: 9, page: 0 }]);
  const ruby = element("Ruby", [element("NonStruct", ["漢"]), element("RT", ["かん"])]);
  mendRoles(element("P", [note, ruby]));
  expect([outlineOf(note), outlineOf(ruby)]).toEqual(["Link[1 @]", "Ruby[RB[漢] RT[かん]]"]);
});

test("names follow the reading order, and cells their headers", () => {
  const headers = dict({ O: "/Table", Headers: [textString("node00000042"), textString("gone")] });
  const cell = element("TD", ["7"], { attributes: [headers] });
  const head = element("TH", ["x"], { name: "node00000042" });
  const other = element("TH", ["y"], { name: "node00000007" });
  expect(renameElements(element("Table", [element("TR", [head, other]), element("TR", [cell])]))).toBe(2);
  expect([head.name, other.name]).toEqual(["n1", "n2"]);
  expect(attributesOf(cell, "Table")?.get("Headers")).toEqual([textString("n1")]);
});
