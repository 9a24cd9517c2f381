import { expect, test } from "vitest";
import { mendRoles } from "../../src/finish/roles.ts";
import { element, outlineOf } from "../pdf/tree.ts";

test("what has a link's annotation is a link, and ruby has bases", () => {
  const note = element("NonStruct", ["1", { kind: "annotation", id: 9, page: 0 }]);
  const ruby = element("Ruby", [element("NonStruct", ["漢"]), element("RT", ["かん"])]);
  mendRoles(element("P", [note, ruby]));
  expect([outlineOf(note), outlineOf(ruby)]).toEqual(["Link[1 @]", "Ruby[RB[漢] RT[かん]]"]);
});
