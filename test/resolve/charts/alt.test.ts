import { expect, test } from "vitest";
import { LANGUAGES } from "../../../src/model/language.ts";
import { view } from "../../draw/sample.ts";
import { FULL, without } from "../../draw/sample-data.ts";

const { patents_valid: valid = { columns: {}, rows: {} }, gi = valid, grants_by_type: types = valid } = FULL;
const alts = (id: string, changed = {}) => LANGUAGES.map((language) => view(id, language, changed).alt);

test("names the highest, the lowest and the whole", () => {
  expect(alts("inventions_per_10k")).toEqual([
    "Chart: Number of Invention Patents per 10,000 People. Highest: Nanjing (95.42); lowest: Suqian (5.17). Entire province: 41.17.",
    "图表：每万人口发明专利拥有量。最高：南京市（95.42）；最低：宿迁市（5.17）。全省：41.17。",
    "図：人口1万人当たりの発明特許件数。最大：南京市（95.42）、最小：宿遷市（5.17）。省全体：41.17。",
    "그림: 인구 1만 명당 발명특허 건수. 최고: 난징시(95.42), 최저: 쑤쳰시(5.17). 성 전체: 41.17.",
  ]);
});

test("names what is missing", () => {
  const changed = { patents_valid: without(valid, (row) => row === "wuxi" || row === "suqian") };
  expect(alts("inventions_per_10k", changed).map((alt) => alt.slice(-33))).toEqual([
    "lied in the source: Wuxi, Suqian.",
    expect.stringContaining("来源资料未提供：无锡市、宿迁市。"),
    expect.stringContaining("原資料に記載なし：無錫市、宿遷市。"),
    expect.stringContaining("원자료에 제공되지 않음: 우시시, 쑤쳰시."),
  ]);
});

test("says that nothing is supplied, and no number", () => {
  const changed = { patents_valid: without(valid, () => true) };
  const [en, zh, ja, ko] = alts("inventions_per_10k", changed);
  expect(en).toBe("Chart: Number of Invention Patents per 10,000 People. Data not supplied in the source.");
  expect(zh).toBe("图表：每万人口发明专利拥有量。来源资料未提供数据。");
  expect(ja).toBe("図：人口1万人当たりの発明特許件数。原資料にデータの記載なし。");
  expect(ko).toBe("그림: 인구 1만 명당 발명특허 건수. 원자료에 데이터가 제공되지 않음.");
});

test("reads few values out one by one, with what stands beside them", () => {
  const changed = { grants_by_type: without(types, (row, column) => row === "design" && column === "share") };
  expect(view("grants_by_type", "en", changed).alt).toBe(
    "Chart: Number of Granted Patents. Utility model patents: 480,000 (80.00%); Invention patents: 60,000 (10.00%); " +
      "Design patents: 60,000. Entire province: 600,000.",
  );
});

test("several columns have a sentence each; equal extremes are all named", () => {
  const cells = Object.entries(gi.rows).map(([row, values], index) => [
    row,
    [values[0] ?? null, index < 2 ? "90" : "4", "7"],
  ]);
  const changed = { gi: { ...gi, rows: Object.fromEntries(cells) } };
  expect(view("gi_by_region", "en", changed).alt).toContain(
    "GI Product – Highest: Nanjing, Wuxi (90); lowest: Xuzhou,",
  );
});

test("a long series names its first and last year too", () => {
  expect(view("invention_series", "en").alt).toBe(
    "Chart: Number of Invention Patents Granted. First: 2012: 16,000; last: 2021: 63,889. Highest: 2021 (63,889); lowest: 2012 (16,000).",
  );
});
