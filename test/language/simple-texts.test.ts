import fc from "fast-check";
import { createInstance } from "i18next";
import { expect, test } from "vitest";
import { printSimple, variablesIn } from "../../src/language/simple-texts.ts";

/** i18next as the translator makes it. */
function byI18n(template: string, variables: Readonly<Record<string, string | number>>): string {
  const instance = createInstance();
  void instance.init({
    lng: "en",
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { en: { translation: { key: template, other: "the other text" } } },
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  return instance.t("key", { ...variables });
}

function simple(template: string, variables: Readonly<Record<string, string | number>>): string | null {
  const putIn = variablesIn(variables);
  return putIn && printSimple(template, putIn);
}

test.each([
  ["plain words, and 100 % of them", {}, "plain words, and 100 % of them"],
  ["Page {{n}} of {{ total }}", { n: 3, total: "$& and $1" }, "Page 3 of $& and $1"],
  ["{{n}}{{n}}", { n: 0 }, "00"],
])("%s is printed without i18next, and as it does", (template, variables, printed) => {
  expect(simple(template, variables)).toBe(printed);
  expect(byI18n(template, variables)).toBe(printed);
});

test.each([
  ["a variable that is not given", "Page {{n}}", {}],
  ["the number of a plural form", "{{count}} rows", { count: 2 }],
  ["another context", "{{title}}", { title: "a", context: "web" }],
  ["another text", "see $t(other)", {}],
  ["a value with another text", "see {{title}}", { title: "$t(other)" }],
  ["a value with a placeholder", "{{title}}{{n}}", { title: "{{n}}", n: 1 }],
  ["a format", "{{n, number}}", { n: 1 }],
  ["braces of another form", "{{{n}}}", { n: 1 }],
  ["a sign before the name", "{{- n}}", { n: 1 }],
  ["nothing to print", "{{title}}", { title: "" }],
  ["a name that every object has", "{{toString}}", {}],
])("%s is left to i18next", (_, template, variables) => {
  expect(simple(template, variables as Record<string, string>)).toBeNull();
});

test("whatever a text holds, it is printed as i18next prints it, or left to it", () => {
  const piece = fc.constantFrom(
    "{",
    "{{",
    "}}",
    "}",
    "n",
    "title",
    "-",
    " ",
    ",",
    "$t(",
    "other",
    ")",
    "$&",
    "\n",
    "中",
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  const words = fc.oneof(text, fc.constantFrom("$$", "{{n}}", "$t(other)"));
  let printed = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        fc.tuple(text, text).map(([a, b]) => `${a}{{n}}${b}{{title}}`),
      ),
      words,
      fc.nat(),
      (template, title, n) => {
        const own = simple(template, { n, title });
        if (own === null) return;
        printed += 1;
        expect(own).toBe(byI18n(template, { n, title }));
      },
    ),
    { numRuns: 1500 },
  );
  expect(printed).toBeGreaterThan(50);
});
