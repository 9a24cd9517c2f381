import fc from "fast-check";
import { expect, test } from "vitest";
import { type FormatName, formatFigure, printedValue } from "../../../src/language/formats/format.ts";
import { parseFigures } from "../../../src/language/parse/parseFigures.ts";
import { LANGUAGES, type Language } from "../../../src/model/language.ts";
import { FIGURES } from "../arbitrary.ts";
import { WORDS } from "../sample.ts";

/** Each number as `span = value kind direction`. */
function found(text: string, language: Language): string[] {
  return parseFigures(text, language, WORDS[language]).map((number) => {
    const span = text.slice(number.start, number.end);
    if (number.kind === "date") return `${span} = ${number.date}`;
    const { value, kind, direction, spelled } = number;
    return [`${span} = ${value.toFixed()} ${kind}`, direction, spelled && "spelled"]
      .filter(Boolean)
      .join(" ");
  });
}

test.each([
  [
    "In 2021, Jiangsu recorded 582,891 trademark applications, down 3.51% YoY, 517,387 trademark registrations, up 36.60% YoY.",
    [
      "2021 = 2021 year",
      "582,891 = 582891 number",
      "3.51 = 3.51 percent down",
      "517,387 = 517387 number",
      "36.60 = 36.6 percent up",
    ],
  ],
  [
    "Financing reached RMB 28.645 billion by December 31, 2021, an increase of RMB 1.5 million.",
    [
      "28.645 billion = 28645000000 money",
      "December 31, 2021 = 2021-12-31",
      "1.5 million = 1500000 money up",
    ],
  ],
  [
    "At the 22nd Award it won five gold awards and ranked second; up 1.18 percentage points since March.",
    [
      "22 = 22 ordinal",
      "five = 5 number spelled",
      "second = 2 ordinal spelled",
      "1.18 = 1.18 points up",
      "March = --03",
    ],
  ],
  [
    "We may march: May 10, April 26, in May, as of late December 2021, 3 March 2020.",
    [
      "May 10 = --05-10",
      "April 26 = --04-26",
      "May = --05",
      "December 2021 = 2021-12",
      "3 March 2020 = 2020-03-03",
    ],
  ],
  ["COVID-19, PM2.5, one-stop and first-of-its-kind hold none; twenty-two and two hundred are not read.", []],
  [
    "a three-year plan (2021-2023), 1 + 13 + N",
    ["three = 3 number spelled", "2021 = 2021 year", "2023 = 2023 year", "1 = 1 number", "13 = 13 number"],
  ],
  [
    "set up 12 bases in 2020,300 of 80, 90; −5 but 2021−2023",
    [
      "12 = 12 number",
      "2020 = 2020 year",
      "300 = 300 number",
      "80 = 80 number",
      "90 = 90 number",
      "−5 = -5 number",
      "2021 = 2021 year",
      "2023 = 2023 year",
    ],
  ],
] as const)("English: %s", (text, expected) => {
  expect(found(text, "en")).toEqual(expected);
});

test.each([
  [
    "2021年，全省商标申请量58.2891万件，同比下降3.51%，质押融资286.45亿元，同比增长81.63％。",
    [
      "2021 = 2021 year",
      "58.2891万 = 582891 number",
      "3.51 = 3.51 percent down",
      "286.45亿 = 28645000000 money",
      "81.63 = 81.63 percent up",
    ],
  ],
  [
    "截至2021年12月31日，第二十二届获奖六项、十二件，比10月提高1.18个百分点，用时22个月。",
    [
      "2021年12月31日 = 2021-12-31",
      "二十二 = 22 ordinal spelled",
      "六 = 6 number spelled",
      "十二 = 12 number spelled",
      "10月 = --10",
      "1.18 = 1.18 points up",
      "22 = 22 number",
    ],
  ],
  ["“十四五”时期统一推进一批项目，服务长江三角洲、一带一路，每万人数十个，上百家，一大批。", []],
  [
    "１，２３４件，100，200家，2021－2023年，1.2万亿元，30千米，二〇二一年",
    [
      "１，２３４ = 1234 number",
      "100 = 100 number",
      "200 = 200 number",
      "2021 = 2021 year",
      "2023 = 2023 year",
      "1.2万亿 = 1200000000000 money",
      "30 = 30 number",
      "二〇二一 = 2021 year spelled",
    ],
  ],
  [
    "连续6年居全国第一，三千亿元",
    ["6 = 6 number", "一 = 1 ordinal spelled", "三千亿 = 300000000000 money spelled"],
  ],
] as const)("Chinese: %s", (text, expected) => {
  expect(found(text, "zh-CN")).toEqual(expected);
});

test.each([
  [
    "2021年の商標出願は58万2,891件で前年比3.51%減、融資額は286億4,500万元、第1位、第22回。",
    [
      "2021 = 2021 year",
      "58万2,891 = 582891 number",
      "3.51 = 3.51 percent down",
      "286億4,500万 = 28645000000 money",
      "1 = 1 ordinal",
      "22 = 22 ordinal",
    ],
  ],
  [
    "2021年12月31日現在、六件、GDP10億元当たり、107.39増、1.18ポイント増、22か月、6千億元",
    [
      "2021年12月31日 = 2021-12-31",
      "六 = 6 number spelled",
      "10億 = 1000000000 money",
      "107.39 = 107.39 number up",
      "1.18 = 1.18 points up",
      "22 = 22 number",
      "6千億 = 600000000000 money",
    ],
  ],
] as const)("Japanese: %s", (text, expected) => {
  expect(found(text, "ja")).toEqual(expected);
});

test.each([
  [
    "2021년 상표 출원은 58만 2,891건으로 전년 대비 3.51% 감소, 융자액은 286억 4,500만 위안, 1위, 제22회.",
    [
      "2021 = 2021 year",
      "58만 2,891 = 582891 number",
      "3.51 = 3.51 percent down",
      "286억 4,500만 = 28645000000 money",
      "1 = 1 ordinal",
      "22 = 22 ordinal",
    ],
  ],
  [
    "2021년 12월 31일 기준 3만 2021년, 여섯 개 기관, 두 번째, 1.18%p 상승, 22개월, 3천5백만 건",
    [
      "2021년 12월 31일 = 2021-12-31",
      "3만 = 30000 number",
      "2021 = 2021 year",
      "여섯 = 6 number spelled",
      "두 = 2 ordinal spelled",
      "1.18 = 1.18 points up",
      "22 = 22 number",
      "3천5백만 = 35000000 number",
    ],
  ],
  ["대한 한국 세계 네트워크 다한 개 하나의 열린 제일", []],
] as const)("Korean: %s", (text, expected) => {
  expect(found(text, "ko")).toEqual(expected);
});

const FILLERS: Record<Language, readonly string[]> = {
  en: [". Jiangsu recorded ", " applications, ", "; the figure stood at ", " (", ") in the province."],
  "zh-CN": ["全省共有", "，其中企业", "；总量为", "（", "）。"],
  ja: ["省全体では", "、うち企業は", "。総数は", "（", "）である。"],
  ko: ["성 전체는 ", ", 그중 기업은 ", "; 총수는 ", " (", ")이다."],
};
const EMBEDDED: readonly FormatName[] = [
  "count",
  "myriad",
  "decimal",
  "percent",
  "yoy",
  "points",
  "money",
  "date",
];

test.each(LANGUAGES)("exactly the figures embedded in a text are found in %s", (language) => {
  const words = WORDS[language];
  const print = (format: FormatName) =>
    FIGURES[format]
      .filter((figure) => figure.value === null || !figure.value.eq(0))
      .map((figure) => ({
        text: formatFigure(figure, format, words, language),
        value: printedValue(figure, format),
      }));
  const prints = fc.array(fc.tuple(fc.constantFrom(...FILLERS[language]), fc.oneof(...EMBEDDED.map(print))), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(prints, (parts) => {
      const text = parts.map(([filler, { text: figure }]) => filler + figure).join("");
      const values = parseFigures(text, language, words).map((number) =>
        number.kind === "date"
          ? number.date
          : number.value.times(number.direction === "down" ? -1 : 1).toFixed(),
      );
      const expected = parts.map(([, { value }]) => (typeof value === "string" ? value : value?.toFixed()));
      expect([text, ...values]).toEqual([text, ...expected]);
    }),
    { numRuns: 300, seed: 2021 },
  );
});
