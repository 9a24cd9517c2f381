import { describe, expect, test } from "vitest";
import type { Language } from "../../../../src/model/language.ts";
import { prove } from "../prove-chart.ts";

const alternative = (from: string, to: string) => (svg: string) =>
  svg.replace(/aria-label="[^"]*"/, (text) => text.replace(from, to));

describe("an alternative text is read back", () => {
  test("it must be the edition’s", () => {
    const tamper = alternative("Chart: ", "Picture: ");
    expect(prove("inventions_per_10k", { tamper }).faults).toEqual([
      expect.stringMatching(
        /^alt-differs: inventions_per_10k should have the alternative text “Chart: .*” and has “Picture: /,
      ),
    ]);
    expect(
      prove("inventions_per_10k", { tamper: (svg) => svg.replace(/ aria-label="[^"]*"/, "") }).faults,
    ).toContain(
      "alt-differs: inventions_per_10k does not give its title “Number of Invention Patents per 10,000 People by Region in Jiangsu as of Late 2021” in its alternative text",
    );
  });

  test.each<[string, string, string, string, Language, string]>([
    [
      "a figure changed",
      "inventions_per_10k",
      "95.42",
      "95.24",
      "en",
      "tells “95.24” for Nanjing in its alternative text, expected patents_valid.nanjing.patents_per_10k (95.42)",
    ],
    [
      "another row’s figure",
      "invention_series",
      "2012：16,242；2013：16,790",
      "2012：16,790；2013：16,242",
      "zh-CN",
      "tells “16,790” for 2012 in its alternative text, expected invention_grants.2012.invention_patents_granted (16,242)",
    ],
    [
      "another row",
      "gi_by_region",
      "Suzhou (17)",
      "Nanjing (17)",
      "en",
      "tells “17” for Nanjing in its alternative text, expected gi.nanjing.gi_product (4)",
    ],
    [
      "one row too many",
      "gi_by_region",
      "Huai’an (127)",
      "Huai’an, Wuxi (127)",
      "en",
      "tells “127” for Wuxi in its alternative text, expected gi.wuxi.gi (15)",
    ],
    [
      "another form",
      "invention_series",
      "16,242",
      "16242",
      "en",
      "tells “16242” for 2012 in its alternative text, expected invention_grants.2012.invention_patents_granted (16,242)",
    ],
    [
      "another share",
      "valid_by_owner",
      "72.09%",
      "72.09",
      "ko",
      "tells “72.09” for 기업 in its alternative text, expected patents.owned_by_enterprises_share (72.09%)",
    ],
    [
      "the whole of another column",
      "ic_layouts_by_region",
      "Entire province: 2,915",
      "Entire province: 8,915",
      "en",
      "tells “8,915” for Entire province in its alternative text, expected ic_layouts.province.registrations_2021 (2,915)",
    ],
    [
      "a whole lost",
      "grants_by_type",
      " Entire province: 640,917.",
      "",
      "en",
      "does not tell patents.granted (640917) in its alternative text",
    ],
    [
      "a number too many",
      "grants_by_type",
      "Chart: ",
      "Chart 3: ",
      "en",
      "tells “3” in its alternative text, expected none",
    ],
    [
      "the title’s year changed",
      "invention_series",
      "from 2012 to 2021",
      "from 2012 to 2020",
      "en",
      "does not give its title “Number of Invention Patents Granted in Jiangsu from 2012 to 2021” in its alternative text",
    ],
    [
      "what is missing changed",
      "invention_series",
      "2019, 2020.",
      "2019.",
      "en",
      "says of “2017, 2018, 2019” in its alternative text that it is missing, expected “2017, 2018, 2019, 2020”",
    ],
  ])("%s is found even when the engine wrote it", (_, id, from, to, language, message) => {
    const { faults } = prove(id, { tamper: alternative(from, to), language, engine: true });
    expect(faults.map((fault) => fault.replace(/^\S+: \S+ /, ""))).toContain(message);
  });
});
