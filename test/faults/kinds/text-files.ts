import type { Language } from "../../../src/model/language.ts";
import type { Locale, Text } from "../../../src/model/report.ts";
import type { SoundSources, SourceFault, SourceKind } from "../fault.ts";
import type { Random } from "../random.ts";

/** A text of the report's prose, its locale, and the same text in English. */
export interface Prose {
  readonly text: Text;
  readonly locale: Locale;
  readonly english: Text;
  readonly sound: SoundSources;
}

/** A spoilt text: null takes it away. */
export interface SpoiltText {
  readonly template: string | null;
  readonly what: string;
}

/** All prose in all languages, or in the translations only. */
export function proseOf(sound: SoundSources, translationsOnly = false): Prose[] {
  const { report } = sound;
  return [...report.locales.values()].flatMap((locale) => {
    if (translationsOnly && locale.language === "en") return [];
    return [...locale.texts.values()].flatMap((text) => {
      const english = report.locales.get("en")?.texts.get(text.key);
      const isLabel = report.labels.has(text.key.split(".")[0] ?? "");
      return isLabel || !english ? [] : [{ text, locale, english, sound }];
    });
  });
}

/** Which texts a kind works on. */
export interface TextChoice {
  readonly translationsOnly?: boolean;
  readonly where?: (prose: Prose) => boolean;
}

/** A kind that spoils one text. Languages are equally likely, and in each of them the texts. */
export function inText(
  name: string,
  spoil: (prose: Prose, random: Random) => SpoiltText | null,
  { translationsOnly = false, where = () => true }: TextChoice = {},
): SourceKind {
  return {
    name,
    make: (sound, random) => {
      const all = proseOf(sound, translationsOnly).filter(where);
      const language = random.pick([...new Set(all.map(({ locale }) => locale.language))]);
      const prose = random.pick(all.filter(({ locale }) => locale.language === language));
      const spoilt = prose && spoil(prose, random);
      if (!prose || !spoilt || spoilt.template === prose.text.template) return null;
      return faultIn(prose, spoilt);
    },
  };
}

function faultIn({ text, locale, sound }: Prose, { template, what }: SpoiltText): SourceFault {
  const files = withText(sound, text, template);
  return { what: `${locale.language} ${text.key}: ${what}`, files };
}

/** The file of a text with another text in its place. */
export function withText(
  { sources }: SoundSources,
  text: Text,
  template: string | null,
): Map<string, string> {
  const { file } = text.place;
  const tree: unknown = JSON.parse(sources.files.get(file)?.text ?? "{}");
  // The first part of a key is the file's name.
  return new Map([[file, `${JSON.stringify(put(tree, text.key.split(".").slice(1), template), null, 2)}\n`]]);
}

function put(tree: unknown, [name = "", ...rest]: readonly string[], template: string | null): unknown {
  const entries = Object.entries(tree as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([key, value]) => {
      if (key !== name) return [[key, value]];
      if (rest.length > 0) return [[key, put(value, rest, template)]];
      return template === null ? [] : [[key, template]];
    }),
  );
}

const ENDS: Readonly<Record<Language, RegExp>> = {
  en: /(?<=[.!?”]) +(?=[A-Z“{])/,
  "zh-CN": /(?<=。)/,
  ja: /(?<=。)/,
  ko: /(?<=[가-힣]\.) +/,
};

/** The sentences of a text as they are written. */
export function sentences({ text, locale }: Prose): string[] {
  return text.template.split(ENDS[locale.language]).filter((sentence) => sentence !== "");
}

/** The sentences put together again. */
export const joined = ({ locale }: Prose, parts: readonly string[]): string =>
  parts.join(locale.language === "en" || locale.language === "ko" ? " " : "");

/** Some of a text, for the description of a fault. */
export const excerpt = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
