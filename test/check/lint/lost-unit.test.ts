import { expect, test } from "vitest";
import type { Language } from "../../../src/model/language.ts";
import { found, sample, told } from "./sample.ts";

const UNITS = `indicators:
  trademarks.applications: { value: 4321, unit: piece, source: made-up }
  trademarks.yoy: { value: -3.5, unit: percent, source: made-up }
  trademarks.share: { value: 12.5, unit: percent, source: made-up }
  trademarks.first_years: { value: 6, unit: years, source: made-up }
`;

const lost = (language: Language, text: string) =>
  found(
    sample({
      texts: { en: { p1: "A sentence." }, [language]: { p1: text } },
      files: { "data/2021/indicators.yaml": UNITS },
    }),
    "lost-unit",
  );

const SHARE = "{{trademarks.share, decimal}}";

test("a percentage printed as a bare number says what to write", () => {
  expect(told(lost("en", `It rose by <strong>${SHARE}</strong> last year.`))).toEqual([
    `locales/en/2021/notes.json:2:29 error: ${SHARE} prints a percentage without its sign, and no word beside it says what it is [lost-unit]
  hint: write {{trademarks.share, percent}}, or for the distance between two percentages {{trademarks.share, points}}
  hint: or put “percentage points” right after it`,
  ]);
});

test.each<[Language, string]>([
  ["en", `It is ${SHARE}.`],
  ["en", `It is ${SHARE} points, ${SHARE} percentages and ${SHARE} of 100%.`],
  ["zh-CN", `比上年高${SHARE}，增加。`],
  ["ja", `全国平均を${SHARE}上回った。`],
  ["ko", `전국 평균보다 ${SHARE} 높았다.`],
  ["en", `It is ${SHARE} and {{trademarks.yoy, percent}}, or ${SHARE}, {{trademarks.yoy, percent}}.`],
  ["ko", `비중은 ${SHARE}이며 {{trademarks.yoy, percent}}이다.`],
])("in %s: %s", (language, text) => {
  expect(lost(language, text)).toHaveLength(text.split(SHARE).length - 1);
});

test.each<[Language, string]>([
  ["en", `It is ${SHARE} percentage points higher, or ${SHARE} percent, ${SHARE} per cent, ${SHARE}%.`],
  ["en", `It rose by <strong>${SHARE}</strong> percentage points.`],
  [
    "en",
    `Between ${SHARE} and {{trademarks.yoy, decimal}} percentage points, ${SHARE}–{{trademarks.yoy, percent}}.`,
  ],
  [
    "en",
    "{{trademarks.share, percent}} of {{trademarks.applications, count}} in {{trademarks.applications, decimal}}.",
  ],
  ["en", `By ${SHARE}, ${SHARE} and ${SHARE} percentage points.`],
  ["en", `Share (%): ${SHARE}`],
  [
    "zh-CN",
    `高于全国${SHARE}个百分点，低${SHARE}百分点，占百分之${SHARE}，${SHARE}至{{trademarks.yoy, decimal}}个百分点。`,
  ],
  ["ja", `全国平均を${SHARE}ポイント上回り、${SHARE}％、${SHARE}パーセントとなった。`],
  ["ko", `전국 평균보다 ${SHARE}%p, ${SHARE}%포인트, ${SHARE}퍼센트포인트, ${SHARE}포인트 높았다.`],
])("a unit beside it is enough in %s: %s", (language, text) => {
  expect(lost(language, text)).toEqual([]);
});
