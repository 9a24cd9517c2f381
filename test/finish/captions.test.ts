import { expect, test } from "vitest";
import { mendCaptions } from "../../src/finish/captions.ts";
import { drawing, element, outlineOf } from "../pdf/tree.ts";

const box = (...kids: Parameters<typeof element>[1] & object): ReturnType<typeof element> =>
  element("NonStruct", kids);

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
