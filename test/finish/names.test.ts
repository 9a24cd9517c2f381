import { expect, test } from "vitest";
import { renameElements } from "../../src/finish/names.ts";
import { textString } from "../../src/pdf/objects/strings.ts";
import { dict } from "../../src/pdf/objects/values.ts";
import { attributesOf } from "../../src/pdf/structure/element.ts";
import { element } from "../pdf/tree.ts";

test("names follow the reading order, and cells their headers", () => {
  const headers = dict({ O: "/Table", Headers: [textString("node00000042"), textString("gone")] });
  const cell = element("TD", ["7"], { attributes: [headers] });
  const head = element("TH", ["x"], { name: "node00000042" });
  const other = element("TH", ["y"], { name: "node00000007" });
  expect(renameElements(element("Table", [element("TR", [head, other]), element("TR", [cell])]), "a")).toBe(
    2,
  );
  expect([head.name, other.name]).toEqual(["a-n1", "a-n2"]);
  expect(attributesOf(cell, "Table")?.get("Headers")).toEqual([textString("a-n1")]);
});
