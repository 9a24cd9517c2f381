import Big from "big.js";
import { beforeAll, describe, expect, test } from "vitest";
import { type FormatName, formatFigure } from "../../../src/language/formats/format.ts";
import type { BoundFigure } from "../../../src/model/block.ts";
import type { Figure, UnitKind } from "../../../src/model/figure.ts";
import type { Language } from "../../../src/model/language.ts";
import type { Locale, Report } from "../../../src/model/report.ts";
import { createNumberReader } from "../../../src/preflight/parity/numbers.ts";
import { proveFigures } from "../../../src/preflight/parity/prose.ts";
import { librariesReport } from "../libraries.ts";
import { block, codesOf, complaints, found } from "../sample.ts";

const figure = (ref: string, value: string, kind: UnitKind, scale = 1): Figure => ({
  ref,
  value: kind === "date" ? null : Big(value),
  date: kind === "date" ? value : null,
  places: value.split(".")[1]?.length ?? 0,
  unit: { id: kind === "count" ? "loan" : kind, kind, scale },
  status: "normal",
  source: "survey",
  place: { file: "indicators.yaml" },
});

const FIGURES = new Map(
  [
    figure("loans", "582891", "count"),
    figure("members", "97318", "count"),
    figure("fall", "-3.51", "percent"),
    figure("rise", "28.40", "percent"),
    figure("share", "20.83", "percent"),
    figure("budget", "28645", "money", 1e6),
    figure("end", "2030-12-31", "date"),
    figure("year", "2030", "year"),
    figure("fairs", "6", "count"),
    figure("steady", "0", "percent"),
  ].map((item) => [item.ref, item]),
);

let report: Report;
beforeAll(async () => {
  report = await librariesReport();
});

function localeOf(language: Language, more: Partial<Locale> = {}): Locale {
  const locale = report.locales.get(language);
  if (!locale) throw new Error(language);
  return { ...locale, ...more };
}

const PLACEHOLDER = /\{(\w+), (\w+)\}/g;

/** Prints a template in a language, changes it, and says what its reader would complain of. */
function faults(
  language: Language,
  template: string,
  change: (text: string) => string,
  more: Partial<Locale> = {},
) {
  const locale = localeOf(language, more);
  const figures: BoundFigure[] = [];
  const text = template.replace(PLACEHOLDER, (_, ref: string, format: FormatName) => {
    const bound = FIGURES.get(ref);
    if (!bound) throw new Error(ref);
    const printed = formatFigure(bound, format, locale.words, language);
    figures.push({ ref, format, text: printed });
    return printed;
  });
  const list = complaints();
  const pair = { expected: block(text, { figures, language }), found: found([change(text)]) };
  const proven = proveFigures(pair, { figures: FIGURES, read: createNumberReader(locale), complaints: list });
  expect(proven === null).toBe(list.diagnostics().length > 0);
  return codesOf(list.diagnostics());
}

const TEMPLATES: Record<Language, string> = {
  en: "In {year, yearNumber}, {loans, myriad} books ({fall, yoy}; {share, percent} of all) went to {members, count} members for {budget, money} by {end, date}, and {fairs, word} fairs {rise, change}.",
  "zh-CN":
    "{year, year}，借书{loans, myriad}册（{fall, yoy}，占{share, percent}），读者{members, count}人，支出{budget, money}；截至{end, date}，举办{fairs, word}场书展，{rise, change}。",
  ja: "{year, year}の貸出は{loans, myriad}冊（{fall, yoy}、全体の{share, percent}）、会員は{members, count}人、支出は{budget, money}である。{end, date}現在、催しは{fairs, word}件で{rise, change}であった。",
  ko: "{year, year} 대출은 {loans, myriad}권({fall, yoy}, 전체의 {share, percent}), 회원은 {members, count}명, 지출은 {budget, money}이다. {end, date} 기준 행사는 {fairs, word} 건으로 {rise, change}했다.",
};

const same = (text: string) => text;
const put = (piece: string, by: string) => (text: string) => {
  expect(text).toContain(piece);
  return text.replace(piece, by);
};

describe.each(Object.entries(TEMPLATES) as [Language, string][])("in %s", (language, template) => {
  test("all figures are found", () => {
    expect(faults(language, template, same)).toEqual([]);
  });

  test("no figure can be dropped", () => {
    const { length } = [...template.matchAll(PLACEHOLDER)];
    for (let index = 0; index < length; index++) {
      let at = 0;
      const without = template.replace(PLACEHOLDER, (whole) => (at++ === index ? "" : whole));
      // What is expected is the whole template; the text lacks one figure.
      const printed = textOf(language, without);
      expect(
        faults(language, template, () => printed),
        without,
      ).not.toEqual([]);
    }
  });

  test("no two figures can change places", () => {
    const places = [...template.matchAll(PLACEHOLDER)].map(([whole]) => whole);
    for (let index = 1; index < places.length; index++) {
      const swapped = [...places];
      [swapped[index - 1], swapped[index]] = [places[index] ?? "", places[index - 1] ?? ""];
      let at = 0;
      const printed = textOf(
        language,
        template.replace(PLACEHOLDER, () => swapped[at++] ?? ""),
      );
      expect(faults(language, template, () => printed)).not.toEqual([]);
    }
  });

  test("no digit can be changed", () => {
    const text = textOf(language, template);
    for (const { index } of text.matchAll(/\d/g)) {
      const other = String((Number(text[index]) + 1) % 10);
      const changed = text.slice(0, index) + other + text.slice(index + 1);
      expect(
        faults(language, template, () => changed),
        changed,
      ).not.toEqual([]);
    }
  });

  test("no sign can be lost or turned", () => {
    expect(faults(language, template, put("20.83%", "20.83"))).toEqual(["figure-kind"]);
    const { up, down } = localeOf(language).words.yoy;
    const rise = put(down.replace("{{n}}", "3.51%"), up.replace("{{n}}", "3.51%"));
    expect(faults(language, template, rise)).toEqual(["figure-direction"]);
  });
});

function textOf(language: Language, template: string): string {
  return template.replace(PLACEHOLDER, (_, ref: string, format: FormatName) => {
    const bound = FIGURES.get(ref);
    return bound ? formatFigure(bound, format, localeOf(language).words, language) : "";
  });
}

test("the unit of large numbers counts", () => {
  expect(faults("zh-CN", "{loans, myriad}册", put("万", "亿"))).toEqual(["figure-differs"]);
  expect(faults("ja", "{loans, myriad}冊", put("万", "億"))).toEqual(["figure-differs"]);
  expect(faults("ko", "{loans, myriad}권", put("만", "억"))).toEqual(["figure-differs"]);
  expect(faults("en", "{budget, money} spent", put("billion", "million"))).toEqual(["figure-differs"]);
});

test("another number beside is one too many, unless a declared name holds it", () => {
  const text = "{loans, count} books at the 12 Top 20 Libraries";
  expect(faults("en", text, same)).toEqual(["figure-extra", "figure-extra"]);
  expect(faults("en", text, same, { names: ["Top 20 Libraries"] })).toEqual(["figure-extra"]);
  expect(faults("en", text, same, { names: ["12 Top 20 Libraries"] })).toEqual([]);
  expect(faults("en", text, same, { names: ["2 Top 20 Libraries", "op 20"] })).toEqual([
    "figure-extra",
    "figure-extra",
  ]);
});

test("a declared name without a number hides nothing of what is beside it", () => {
  expect(faults("ko", "{rise, points}", same, { phrases: ["%p"] })).toEqual([]);
});

test("no change at all is words, and no number may stand there", () => {
  expect(faults("en", "{steady, change}", same)).toEqual([]);
  expect(faults("en", "{steady, change}", (text) => `${text} 3.51%`)).toEqual(["figure-extra"]);
});

test("a heading’s own number is not one of its figures", () => {
  const list = complaints();
  const heading = { figures: [], number: "Table 3" };
  const context = { figures: FIGURES, read: createNumberReader(localeOf("en")), complaints: list };
  proveFigures({ expected: block("Table 3 Loans", heading), found: found(["Table 3 Loans"]) }, context);
  expect(list.diagnostics()).toEqual([]);
  proveFigures({ expected: block("Table 3 Loans", heading), found: found(["Table 3 Loans of 4"]) }, context);
  expect(codesOf(list.diagnostics())).toEqual(["figure-extra"]);
});

test("a complaint names edition, page, key, what was expected and what was found", () => {
  const list = complaints();
  const context = { figures: FIGURES, read: createNumberReader(localeOf("en")), complaints: list };
  const figures = [{ ref: "loans", format: "count", text: "582,891" }];
  proveFigures({ expected: block("582,891 loans", { figures }), found: found(["582,981 loans"]) }, context);
  expect(list.diagnostics()[0]?.message).toBe(
    "en, page i (no. 1 in the file), chapter.p1: the figure loans (“582,891”) reads “582,981”: “582,981 loans”",
  );
});

test("the numbers of a cross-reference are not figures, and no others are hidden with it", () => {
  const figures = [{ ref: "loans", format: "count", text: "582,891" }];
  const said = (text: string) => {
    const list = complaints();
    const expected = block("582,891 loans (see Table 3 on page 12)", {
      figures,
      references: ["Table 3 on page 12"],
    });
    const context = { figures: FIGURES, read: createNumberReader(localeOf("en")), complaints: list };
    proveFigures({ expected, found: found([text]) }, context);
    return codesOf(list.diagnostics());
  };
  expect(said("582,891 loans (see Table 3 on page 12)")).toEqual([]);
  expect(said("582,891 loans (see Table 3 on page 12) in 12 towns")).toEqual(["figure-extra"]);
});
