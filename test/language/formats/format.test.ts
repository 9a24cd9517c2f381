import { expect, test } from "vitest";
import {
  accepts,
  FORMAT_NAMES,
  type FormatName,
  formatFigure,
  formatProblem,
} from "../../../src/language/formats/format.ts";
import type { Figure } from "../../../src/model/figure.ts";
import { LANGUAGES } from "../../../src/model/language.ts";
import { absent, dated, WORDS, written } from "../sample.ts";

const YUAN = { scale: 1 };
const MILLION_YUAN = { scale: 1e6 };

/** Each row: what is printed in English, Chinese, Japanese, Korean. */
const PRINTS: readonly (readonly [FormatName, Figure, string])[] = [
  ["count", written("582891", "count"), "582,891 · 582,891 · 582,891 · 582,891"],
  ["count", written("-7", "count"), "−7 · −7 · −7 · −7"],
  ["myriad", written("582891", "count"), "582,891 · 58.2891万 · 58万2,891 · 58만 2,891"],
  ["myriad", written("150000000", "count"), "150,000,000 · 1.5亿 · 1億5,000万 · 1억 5,000만"],
  ["myriad", written("9876", "count"), "9,876 · 9,876 · 9,876 · 9,876"],
  ["myriad", written("10000", "count"), "10,000 · 1万 · 1万 · 1만"],
  ["myriad", written("100000001", "count"), "100,000,001 · 1.00000001亿 · 1億1 · 1억 1"],
  [
    "myriad",
    written("8477.26", "decimal", { scale: 10_000 }),
    "84,772,600 · 8477.26万 · 8,477万2,600 · 8,477만 2,600",
  ],
  ["decimal", written("28.40", "decimal"), "28.40 · 28.40 · 28.40 · 28.40"],
  ["decimal", written("1014.38", "decimal"), "1,014.38 · 1,014.38 · 1,014.38 · 1,014.38"],
  ["percent", written("20.83", "percent"), "20.83% · 20.83% · 20.83% · 20.83%"],
  ["change", written("-3.51", "percent"), "down 3.51% · 下降3.51% · 3.51%減 · 3.51% 감소"],
  ["change", written("0.00", "percent"), "unchanged · 持平 · 横ばい · 변동 없음"],
  [
    "yoy",
    written("-3.51", "percent"),
    "down 3.51% YoY · 同比下降3.51% · 前年比3.51%減 · 전년 대비 3.51% 감소",
  ],
  [
    "yoy",
    written("36.60", "percent"),
    "up 36.60% YoY · 同比增长36.60% · 前年比36.60%増 · 전년 대비 36.60% 증가",
  ],
  ["yoy", written("0", "percent"), "unchanged YoY · 同比持平 · 前年比横ばい · 전년 대비 변동 없음"],
  ["difference", written("107.39", "decimal"), "an increase of 107.39 · 增加107.39 · 107.39増 · 107.39 증가"],
  ["difference", written("-12", "count"), "a decrease of 12 · 减少12 · 12減 · 12 감소"],
  [
    "difference",
    written("1500", "money", MILLION_YUAN),
    "an increase of RMB 1.5 billion · 增加15亿元 · 15億元増 · 15억 위안 증가",
  ],
  [
    "points",
    written("1.18", "percent"),
    "up 1.18 percentage points · 提高1.18个百分点 · 1.18ポイント増 · 1.18%p 상승",
  ],
  ["points", written("-1", "percent"), "down 1 percentage point · 下降1个百分点 · 1ポイント減 · 1%p 하락"],
  [
    "points",
    written("1.0", "percent"),
    "up 1.0 percentage points · 提高1.0个百分点 · 1.0ポイント増 · 1.0%p 상승",
  ],
  ["word", written("6", "count"), "six · 六 · 六 · 여섯"],
  ["word", written("2", "count"), "two · 两 · 二 · 두"],
  ["word", written("12", "count"), "twelve · 十二 · 十二 · 열두"],
  ["word", written("13", "count"), "13 · 13 · 13 · 13"],
  ["word", written("0", "count"), "0 · 0 · 0 · 0"],
  ["ordinal", written("22", "count"), "22nd · 第二十二 · 第22 · 제22"],
  ["ordinal", written("11", "count"), "11th · 第十一 · 第11 · 제11"],
  ["ordinal", written("101", "count"), "101st · 第101 · 第101 · 제101"],
  ["ordinalWord", written("12", "rank"), "twelfth · 第十二 · 第12 · 열두 번째"],
  ["ordinalWord", written("23", "rank"), "23rd · 第二十三 · 第23 · 제23"],
  ["rank", written("1", "rank"), "first · 第一 · 第1位 · 1위"],
  [
    "money",
    written("28645", "money", MILLION_YUAN),
    "RMB 28.645 billion · 286.45亿元 · 286億4,500万元 · 286억 4,500만 위안",
  ],
  [
    "money",
    written("87.626", "money", MILLION_YUAN),
    "RMB 87.626 million · 8762.6万元 · 8,762万6,000元 · 8,762만 6,000 위안",
  ],
  ["money", written("100", "money", MILLION_YUAN), "RMB 100 million · 1亿元 · 1億元 · 1억 위안"],
  [
    "money",
    written("300000", "money", MILLION_YUAN),
    "RMB 300 billion · 3000亿元 · 3,000億元 · 3,000억 위안",
  ],
  ["money", written("12345", "money", YUAN), "RMB 12,345 · 1.2345万元 · 1万2,345元 · 1만 2,345 위안"],
  ["money", written("12345.60", "money", YUAN), "RMB 12,345.6 · 1.23456万元 · 12,345.6元 · 12,345.6 위안"],
  [
    "money",
    written("11436700", "money", MILLION_YUAN),
    "RMB 11.4367 trillion · 114367亿元 · 11兆4,367億元 · 11조 4,367억 위안",
  ],
  [
    "measuredDifference",
    written("125", "count", { id: "person" }),
    "an increase of 125 people · 增加125人 · 125人増 · 125명 증가",
  ],
  [
    "measuredDifference",
    written("-61", "count", { id: "person" }),
    "a decrease of 61 people · 减少61人 · 61人減 · 61명 감소",
  ],
  ["measure", written("378", "count", { id: "piece" }), "378 pieces · 378件 · 378件 · 378건"],
  ["measure", written("1", "count", { id: "person" }), "1 person · 1人 · 1人 · 1명"],
  ["measure", written("0", "count", { id: "person" }), "0 people · 0人 · 0人 · 0명"],
  ["year", written("2021", "year"), "2021 · 2021年 · 2021年 · 2021년"],
  ["year", dated("2021-12-31"), "2021 · 2021年 · 2021年 · 2021년"],
  ["yearNumber", written("2021", "year"), "2021 · 2021 · 2021 · 2021"],
  ["date", dated("2021-12-31"), "December 31, 2021 · 2021年12月31日 · 2021年12月31日 · 2021년 12월 31일"],
  ["date", dated("2022-05-03"), "May 3, 2022 · 2022年5月3日 · 2022年5月3日 · 2022년 5월 3일"],
  ["month", dated("2021-12-31"), "December 2021 · 2021年12月 · 2021年12月 · 2021년 12월"],
];

test.each(PRINTS)("%s prints in the habit of each language: %#", (format, figure, expected) => {
  const printed = LANGUAGES.map((language) => formatFigure(figure, format, WORDS[language], language));
  expect(printed.join(" · ")).toBe(expected);
});

test("every format has an example", () => {
  expect(new Set(PRINTS.map(([format]) => format))).toEqual(new Set(FORMAT_NAMES));
});

test("a value with more decimals than its places is never rounded", () => {
  const figure = { ...written("41.1749", "decimal"), places: 2 };
  expect(formatFigure(figure, "decimal", WORDS.en, "en")).toBe("41.1749");
});

test.each(FORMAT_NAMES)("%s prints the language's words for a figure without a value", (format) => {
  const [kind = "count"] = accepts(format);
  const figure = { ...absent(kind), unit: { id: "piece", kind, scale: 1 } };
  const print = (given: Figure) =>
    LANGUAGES.map((language) => formatFigure(given, format, WORDS[language], language)).join(" · ");
  expect(print(figure)).toBe("not available · 数据缺失 · データなし · 자료 없음");
  expect(print({ ...figure, status: "not-applicable" })).toBe(
    "not applicable · 不适用 · 該当なし · 해당 없음",
  );
});

test("a figure that does not fit a format is told in plain words", () => {
  const piece = written("582891", "count", { id: "piece" });
  const problems = [
    formatProblem(piece, "money"),
    formatProblem(piece, "yoy"),
    formatProblem(written("1", "percent"), "difference"),
    formatProblem(written("2.5", "count"), "ordinal"),
    formatProblem(written("0", "rank"), "rank"),
    formatProblem(written("20211", "year"), "year"),
    formatProblem(dated("2021-02-29"), "date"),
    formatProblem(written("5", "count", { id: "batch" }), "measure", WORDS.en),
  ];
  expect(problems).toEqual([
    "money needs a figure in a money unit, but sample.figure is in piece",
    "yoy needs a figure in a percent unit, but sample.figure is in piece",
    "difference needs a figure in a count, decimal or money unit, but sample.figure is in percent",
    "ordinal needs a whole number above 0, but sample.figure is 2.5",
    "rank needs a whole number above 0, but sample.figure is 0",
    "year needs a year from 1 to 9999, but sample.figure is 20211",
    "date needs a date of the calendar, such as 2021-12-31, but sample.figure is 2021-02-29",
    "measure needs a label for the unit batch, but format.units has none",
  ]);
});

test("a figure that fits has no problem, and one that does not is refused", () => {
  expect(formatProblem(written("3", "count", { id: "piece" }), "measure", WORDS.ko)).toBeNull();
  expect(() => formatFigure(written("3", "count"), "money", WORDS.en, "en")).toThrow("money unit");
});
