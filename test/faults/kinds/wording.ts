import { parse } from "csv-parse/sync";
import { placeholders } from "../../../src/model/placeholder.ts";
import type { SoundSources, SourceKind } from "../fault.ts";
import { excerpt, inText, joined, type Prose, proseOf, sentences, withText } from "./text-files.ts";

const sentenceDeleted = (name: string, withFigures: boolean): SourceKind => {
  const fitting = (prose: Prose) => {
    const all = sentences(prose);
    return all.length < 2 ? [] : all.filter((one) => placeholders(one).length > 0 === withFigures);
  };
  return inText(
    name,
    (prose, random) => {
      const gone = random.pick(fitting(prose));
      if (gone === undefined) return null;
      const rest = sentences(prose).filter((sentence) => sentence !== gone);
      return { template: joined(prose, rest), what: `without ${excerpt(gone)}` };
    },
    { where: (prose) => fitting(prose).length > 0 },
  );
};

const english = { where: ({ locale }: Prose) => locale.language === "en" };

/** A word of the English goes, and the translations are as they were. */
const edited = inText(
  "the English edited (stale translations)",
  ({ text }, random) => {
    const word = random.pick([...text.template.matchAll(/(?<= )[a-z]{4,}(?= )(?![^{]*\}\})/g)]);
    if (!word) return null;
    const template = `${text.template.slice(0, word.index)}other${text.template.slice(word.index + word[0].length)}`;
    return { template, what: `“${word[0]}” → “other”` };
  },
  english,
);

const untranslated = inText(
  "a translation replaced by the English",
  ({ english: source }) => ({ template: source.template, what: excerpt(source.template) }),
  { translationsOnly: true },
);

const missing = inText(
  "a translation missing",
  ({ text }) => ({ template: null, what: `without ${excerpt(text.template)}` }),
  { translationsOnly: true },
);

const TAG = /<(cite|em|strong)>(.*?)<\/\1>/;

const markup = inText(
  "markup dropped",
  ({ text }) => {
    const found = TAG.exec(text.template);
    return (
      found && {
        template: text.template.replace(TAG, "$2"),
        what: `${excerpt(found[0])} without <${found[1]}>`,
      }
    );
  },
  { where: ({ text }) => TAG.test(text.template) },
);

interface Term {
  readonly english: readonly string[];
  readonly translated: readonly string[];
}

function termsOf({ sources }: SoundSources, language: string): Term[] {
  const rows: unknown = parse(sources.files.get("locales/glossary.csv")?.text ?? "", { columns: true });
  const alternatives = (cell = "") => cell.split("|").map((one) => one.trim());
  return (rows as Record<string, string>[]).map((row) => ({
    english: alternatives(row.en),
    translated: alternatives(row[language]),
  }));
}

/** A term of the glossary is given by the words for another one. */
const term = inText(
  "a glossary term changed",
  ({ text, locale, english: source, sound }, random) => {
    const terms = termsOf(sound, locale.language);
    const used = terms.flatMap(({ english: names, translated }) =>
      names.some((name) => source.template.includes(name))
        ? translated.filter((one) => one !== "" && text.template.includes(one))
        : [],
    );
    const from = random.pick(used);
    const to = random.pick(terms)?.translated[0];
    if (!from || !to || to.includes(from) || from.includes(to)) return null;
    return { template: text.template.replaceAll(from, () => to), what: `“${from}” → “${to}”` };
  },
  { translationsOnly: true },
);

/** Two texts of one file have changed places. */
const exchanged: SourceKind = {
  name: "two paragraphs swapped",
  make: (sound, random) => {
    const paragraphs = proseOf(sound).filter(({ text }) => /\.p\d+$/.test(text.key));
    const first = random.pick(paragraphs);
    const second = random.pick(
      paragraphs.filter(({ text }) => text.place.file === first?.text.place.file && text !== first.text),
    );
    if (!first || !second) return null;
    const half = withText(sound, first.text, second.text.template);
    const files = new Map(
      [...sound.sources.files].map(([path, file]) => [path, { ...file, text: half.get(path) ?? file.text }]),
    );
    const both = withText(
      { ...sound, sources: { ...sound.sources, files } },
      second.text,
      first.text.template,
    );
    return { what: `${first.locale.language} ${first.text.key} ↔ ${second.text.key}`, files: both };
  },
};

/** Faults of the words themselves. */
export const WORDING_KINDS: readonly SourceKind[] = [
  sentenceDeleted("a sentence with a figure deleted", true),
  sentenceDeleted("a sentence without figures deleted", false),
  exchanged,
  edited,
  untranslated,
  missing,
  term,
  markup,
];
