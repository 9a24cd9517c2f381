import { expect, test } from "vitest";
import { mendLists } from "../../src/finish/lists.ts";
import { dict } from "../../src/pdf/objects/values.ts";
import { attributesOf } from "../../src/pdf/structure/element.ts";
import { drawing, element, outlineOf } from "../pdf/tree.ts";

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
