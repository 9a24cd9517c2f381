import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/model/language.ts";
import { drawings, prove } from "./prove-chart.ts";

/** Exchanges two labels of a drawing, or puts one in the place of another. */
const swapped = (a: string, b: string) => (svg: string) =>
  svg.replaceAll(`>${a}</`, ">§</").replaceAll(`>${b}</`, `>${a}</`).replaceAll(">§</", `>${b}</`);
const changed = (a: string, b: string) => (svg: string) => svg.replace(`>${a}<`, `>${b}<`);

test.each(LANGUAGES)("every chart of the %s edition is proven by where its labels stand", (language) => {
  const all = [...drawings(language).keys()].map((id) => ({ id, ...prove(id, { language }) }));
  expect(all.flatMap(({ faults }) => faults)).toEqual([]);
  const counts = Object.fromEntries(all.map(({ id, proven }) => [id, proven?.length]));
  expect(counts).toMatchObject({
    grants_by_type: 6,
    invention_series: 6,
    valid_by_owner: 10,
    inventions_per_10k: 13,
    gi_by_region: 39,
    ic_layouts_by_region: 26,
    granted_patents: 0,
  });
});

describe("a drawing that shows the right numbers in the wrong places is found", () => {
  test("two values of bars", () => {
    expect(prove("inventions_per_10k", { tamper: swapped("95.42", "41.92") }).faults).toEqual([
      "figure-differs: inventions_per_10k shows “41.92” at Nanjing, expected patents_valid.nanjing.patents_per_10k (95.42)",
      "figure-differs: inventions_per_10k shows “95.42” at Nantong, expected patents_valid.nantong.patents_per_10k (41.92)",
    ]);
  });

  test("the names of two bars", () => {
    const { faults } = prove("inventions_per_10k", {
      tamper: swapped("南京市", "宿迁市"),
      language: "zh-CN",
    });
    expect(faults).toEqual([
      "figure-differs: inventions_per_10k shows “5.17” at 南京市, expected patents_valid.nanjing.patents_per_10k (95.42)",
      "figure-differs: inventions_per_10k shows “95.42” at 宿迁市, expected patents_valid.suqian.patents_per_10k (5.17)",
    ]);
  });

  test("the names of the bars of a single row", () => {
    const { faults } = prove("valid_by_owner", { tamper: swapped("Individuals", "Enterprises") });
    expect(faults[0]).toBe(
      "figure-differs: valid_by_owner shows “8,956” at Enterprises, expected patents_valid.province.enterprises (251626)",
    );
  });

  test("a value and the share beside it", () => {
    const { faults } = prove("grants_by_type", { tamper: swapped("68,813", "10.74%"), language: "ko" });
    expect(faults).toEqual([
      "figure-differs: grants_by_type shows “10.74%” at 발명특허 where “68,813” should stand, and the other way round",
    ]);
  });

  test("two values of a series", () => {
    const { faults } = prove("invention_series", { tamper: swapped("16,242", "40,952"), language: "ja" });
    expect(faults).toHaveLength(2);
    expect(faults[0]).toMatch(/^figure-differs: invention_series shows “40,952” at 2012, /);
  });

  test("two years of a series, with values and without", () => {
    expect(prove("invention_series", { tamper: swapped("2012", "2019") }).faults).toContain(
      "figure-missing: invention_series does not show invention_grants.2012.invention_patents_granted (16242) at 2012",
    );
    expect(prove("invention_series", { tamper: swapped("2018", "2020") }).faults).toEqual([
      "label-misplaced: invention_series names “2020” where “2018” should stand",
    ]);
  });

  test("a year of a series that is another one", () => {
    expect(prove("invention_series", { tamper: changed("2016", "2019") }).faults).toEqual([
      "label-missing: invention_series does not name “2016”; “2019” stands at its value 40,952",
      "label-doubled: invention_series names “2019” 2 times, expected 1",
    ]);
  });

  test("values of one row in two panels", () => {
    // Only Huai’an has 127, only Suqian 23.
    const { faults } = prove("gi_by_region", { tamper: swapped("127", "23") });
    expect(faults).toEqual([
      "figure-differs: gi_by_region shows “23” at Huai’an (GI), expected gi.huaian.gi (127)",
      "figure-differs: gi_by_region shows “127” at Suqian (GI for Agricultural Product), expected gi.suqian.gi_agricultural (23)",
    ]);
    const inRow = prove("ic_layouts_by_region", { tamper: swapped("1,045", "2,792") }).faults;
    expect(inRow[0]).toBe(
      "figure-differs: ic_layouts_by_region shows “2,792” at Nanjing (Registrations in 2021), expected ic_layouts.nanjing.registrations_2021 (1045)",
    );
    expect(inRow).toHaveLength(2);
  });

  test("the titles of two panels", () => {
    const { faults } = prove("gi_by_region", {
      tamper: swapped("地理标志商标", "地理标志产品"),
      language: "zh-CN",
    });
    expect(faults[0]).toBe(
      "figure-differs: gi_by_region shows “4” at 南京市 (地理标志商标), expected gi.nanjing.gi (17)",
    );
  });
});

test.each<[string, string, (svg: string) => string, string[]]>([
  ["a value changed", "inventions_per_10k", changed("9.59", "9.95"), ["figure-differs"]],
  ["a value lost", "inventions_per_10k", changed("9.59", ""), ["figure-missing"]],
  ["a percent sign lost", "grants_by_type", changed("80.50%", "80.50"), ["figure-differs"]],
  [
    "a value twice",
    "inventions_per_10k",
    (svg) => svg.replace(/(<text[^>]*>9\.59<\/text>)/, "$1$1"),
    ["figure-extra"],
  ],
  ["a name lost", "inventions_per_10k", changed("Suqian", ""), ["label-missing"]],
  ["a name twice", "inventions_per_10k", changed("Suqian", "Wuxi"), ["label-doubled", "label-missing"]],
  ["a panel’s title lost", "gi_by_region", changed("GI Product", ""), ["label-missing"]],
  [
    "the whole changed",
    "inventions_per_10k",
    changed("Entire province 41.17", "Entire province 41.71"),
    ["figure-extra"],
  ],
  [
    "a note’s year changed",
    "invention_series",
    (svg) => svg.replace("2020.</text>", "2016.</text>"),
    ["figure-differs"],
  ],
  [
    "a number in an empty chart",
    "granted_patents",
    changed("Data not supplied in the source", "Data of 13 cities"),
    ["figure-extra"],
  ],
])("%s is found", (_, id, tamper, codes) => {
  const { faults } = prove(id, { tamper });
  expect(faults.map((fault) => fault.split(":")[0]).sort()).toEqual(codes);
});
