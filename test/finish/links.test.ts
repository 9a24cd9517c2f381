import { expect, test } from "vitest";
import { describeLinks } from "../../src/finish/links.ts";
import type { LinkTarget } from "../../src/pdf/links.ts";
import { textString } from "../../src/pdf/objects/strings.ts";
import { type Dict, dict, type Value } from "../../src/pdf/objects/values.ts";
import type { PdfReading } from "../../src/pdf/read.ts";
import type { Element } from "../../src/pdf/structure/element.ts";
import { content, element } from "../pdf/tree.ts";

const NUMBER = 7;
const area = { kind: "annotation" as const, id: NUMBER, page: 0 };
const inside = (name?: string): LinkTarget => ({ kind: "internal", name, destination: undefined });
const outside = (uri: string): LinkTarget => ({ kind: "external", uri });

/** What a screen reader says of a link's area, and how many links were counted. */
function said(structure: Element, target: LinkTarget): readonly [Value | undefined, number] {
  const annotation: Dict = dict({ Subtype: "/Link" });
  const link = { id: NUMBER, page: 0, rectangle: [], target, contents: undefined };
  const file = { get: (id: number) => (id === NUMBER ? annotation : null) };
  const reading = { file, links: new Map([[NUMBER, link]]), structure } as unknown as PdfReading;
  const count = describeLinks(reading);
  return [annotation.get("Contents"), count];
}

const URI = "https://ferries.example/";

test.each<[string, readonly string[], LinkTarget, string]>([
  ["the words of a link", ["to Elm"], inside("elm"), "to Elm"],
  ["words over several lines as one", [" to  ", "\n Elm "], inside("elm"), "to Elm"],
  ["the name of the place where there are no words", [" "], inside("elm"), "elm"],
  ["nothing where there is neither", [], inside(), ""],
  ["the address after words", ["ferries"], outside(URI), `ferries (${URI})`],
  ["the address once where it is in the words", [`see ${URI}`], outside(URI), `see ${URI}`],
  ["the address where there are no words", [], outside(URI), URI],
])("a link says %s", (_, words, target, expected) => {
  const link = element("Link", [...words.map((text) => content(text)), area]);
  expect(said(element("Document", [element("P", [link])]), target)).toEqual([textString(expected), 1]);
});

test("a link around pictures says what stands for them", () => {
  const [first, second] = [element("Figure", []), element("Figure", [])];
  first.alt = "a ferry";
  second.alt = "its route";
  const link = element("Link", [first, element("Span", []), second, area]);
  expect(said(element("Document", [link]), inside("elm"))).toEqual([textString("a ferry its route"), 1]);
});

test("an area that is in no link is left as it is", () => {
  expect(said(element("Document", [element("Form", [content("x"), area])]), inside("elm"))).toEqual([
    undefined,
    0,
  ]);
});

test("what is in a link and is no area counts for nothing", () => {
  expect(said(element("Document", [element("Link", [content("x")])]), inside("elm"))).toEqual([undefined, 0]);
});
