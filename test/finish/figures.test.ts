import { expect, test } from "vitest";
import { mendFigures } from "../../src/finish/figures.ts";
import { attributesOf } from "../../src/pdf/structure/element.ts";
import { content, drawing, element, outlineOf } from "../pdf/tree.ts";

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
