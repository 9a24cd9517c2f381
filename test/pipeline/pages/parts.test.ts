import { expect, test } from "vitest";
import { align } from "../../../src/pipeline/pages/alignment.ts";
import { grouped } from "../../../src/pipeline/pages/boxes.ts";
import { pageRanges } from "../../../src/pipeline/pages/page-ranges.ts";
import { unmarkedDifferences } from "../../../src/pipeline/pages/pixel-differences.ts";
import { encodePng } from "../../../src/pipeline/pages/png.ts";
import { decodePng } from "../../support/png.ts";

const same = (a: string, b: string) => (a === b ? 1 : 0);

test("two lists side by side keep what they share in order", () => {
  const text = (a: string, b: string) =>
    align([...a], [...b], same).map(([x, y]) => `${x ?? "-"}${y ?? "-"}`);
  expect(text("abcd", "abcd").join(" ")).toBe("aa bb cc dd");
  expect(text("abcd", "acxd").join(" ")).toBe("aa b- cc -x dd");
  expect(text("", "ab").join(" ")).toBe("-a -b");
  expect(text("ab", "").join(" ")).toBe("a- b-");
});

test("the better of two matches wins, and no match is made of nothing", () => {
  const near = (a: number, b: number) => Math.max(0, 1 - Math.abs(a - b) / 10);
  expect(align([10], [4, 11, 30], near)).toEqual([
    [null, 4],
    [10, 11],
    [null, 30],
  ]);
});

test("pages as ranges: a gap, a change of numbering and a single page", () => {
  const labels = ["i", "ii", "iii", "1", "2", "3", "4"];
  const pages = labels.map((label, index) => ({ index, label }));
  expect(pageRanges(pages)).toEqual(["i–iii", "1–4"]);
  expect(pageRanges(pages.filter(({ label }) => label !== "2" && label !== "i"))).toEqual([
    "ii–iii",
    "1",
    "3–4",
  ]);
  expect(pageRanges([])).toEqual([]);
});

test("boxes near each other are one, through others, too", () => {
  expect(
    grouped(
      [
        [0, 0, 10, 10],
        [30, 0, 40, 10],
        [11, 0, 29, 10],
        [100, 100, 110, 110],
      ],
      2,
    ),
  ).toEqual([
    [0, 0, 40, 10],
    [100, 100, 110, 110],
  ]);
});

const blank = () => ({ width: 40, height: 30, pixels: new Uint8Array(40 * 30 * 3).fill(255) });

test("what differs outside of all marks is found in points from below, rounding is not", () => {
  const [before, after] = [blank(), blank()];
  const at = (x: number, y: number) => (y * 40 + x) * 3;
  after.pixels[at(20, 3)] = 0;
  after.pixels[at(35, 25)] = 250;
  const found = unmarkedDifferences({ before, after, known: [], scale: 2 });
  expect(found).toEqual([[9, 12, 12, 15]]);
  expect(unmarkedDifferences({ before, after, known: [[8, 11, 13, 15]], scale: 2 })).toEqual([]);
});

test("a PNG holds every pixel", () => {
  const { width, height, pixels } = blank();
  pixels.set([1, 2, 3], (7 * width + 5) * 3);
  const picture = decodePng(encodePng({ width, height, pixels }));
  expect([picture.width, picture.height, picture.at(5, 7), picture.at(6, 7)]).toEqual([
    40,
    30,
    [1, 2, 3],
    [255, 255, 255],
  ]);
});
