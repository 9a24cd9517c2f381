import type { Language } from "../../../src/model/language.ts";
import type { SourceKind } from "../fault.ts";
import { inPlaceholder, printed } from "./placeholders.ts";
import { inText, type Prose } from "./text-files.ts";

const MAGNITUDES: Readonly<Record<Language, readonly string[]>> = {
  en: [" million", " billion", " thousand"],
  "zh-CN": ["万", "亿"],
  ja: ["万", "億"],
  ko: ["만", "억"],
};

const OTHER_WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: ["four", "nine", "eleven"],
  "zh-CN": ["四", "九", "十一"],
  ja: ["四", "九", "十一"],
  ko: ["네", "아홉", "열한"],
};

const isDirected = (format: string) => format === "yoy" || format === "change" || format === "points";

/** The words of direction around a number, against the figure's sign, and the number left to the format `percent`. */
const wrongDirection = inPlaceholder(
  "a word of direction typed, and the wrong one",
  (bound, { locale }) => {
    const { format, figure, ref } = bound;
    if (!isDirected(format)) return null;
    const words = locale.words[format][figure.value?.gt(0) ? "down" : "up"];
    return words.replace("{{n}}", `{{${ref}, percent}}`);
  },
  ({ format }) => isDirected(format),
);

const numberWord = inPlaceholder("a number word typed, and the wrong one", (bound, prose, random) => {
  const { language } = prose.locale;
  const small =
    ["word", "ordinalWord", "rank"].includes(bound.format) ||
    (language !== "en" && bound.figure.value?.lt(13));
  const word = random.pick(OTHER_WORDS[language]);
  return small && bound.figure.unit.kind !== "percent" && word !== printed(bound, prose)
    ? (word ?? null)
    : null;
});

/** A declared phrase with a number word: “one-stop”. */
const phrase = inText(
  "the number word of a declared phrase changed",
  (prose, random) => {
    const { locale, text } = prose;
    const found = random.pick(locale.phrases.filter((one) => text.template.includes(one)));
    const pairs = { en: ["one", "two"], "zh-CN": ["一", "二"], ja: ["一", "二"], ko: ["한", "두"] } as const;
    const [from, to] = pairs[locale.language];
    if (!found?.includes(from)) return null;
    const spoilt = found.replace(from, to);
    return { template: text.template.replace(found, () => spoilt), what: `${found} → ${spoilt}` };
  },
  { where: ({ locale, text }) => locale.phrases.some((one) => text.template.includes(one)) },
);

const nameDigit = inText(
  "a digit in a declared name changed",
  (prose, random) => {
    const { locale, text } = prose;
    const found = random.pick(namesWithDigits(prose));
    const digit = found?.match(/\d/)?.[0];
    if (found === undefined || digit === undefined) return null;
    const spoilt = found.replace(digit, String((Number(digit) + 1 + random.below(8)) % 10));
    return spoilt === found || locale.names.includes(spoilt)
      ? null
      : { template: text.template.replace(found, () => spoilt), what: `${found} → ${spoilt}` };
  },
  { where: (prose) => namesWithDigits(prose).length > 0 },
);

const namesWithDigits = ({ locale, text }: Prose): string[] =>
  locale.names.filter((name) => /\d/.test(name) && text.template.includes(name));

/** Faults of what is typed where a figure should be bound. */
export const TYPED_KINDS: readonly SourceKind[] = [
  inPlaceholder("a figure typed by hand", (bound, prose) => {
    const text = printed(bound, prose);
    return /\d/.test(text) ? text : null;
  }),
  inPlaceholder("a digit typed beside a figure", ({ source }, _, random) => `${source}${random.below(10)}`),
  inPlaceholder("a magnitude typed: 万 for 億", ({ source, format }, { locale }, random) =>
    ["count", "myriad", "decimal", "money"].includes(format)
      ? `${source}${random.pick(MAGNITUDES[locale.language])}`
      : null,
  ),
  inPlaceholder("a percent sign added", ({ source, format }) =>
    ["count", "decimal", "myriad"].includes(format) ? `${source}%` : null,
  ),
  wrongDirection,
  numberWord,
  phrase,
  nameDigit,
];
