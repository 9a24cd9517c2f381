import { createInstance, type i18n } from "i18next";
import type { Figure } from "../model/figure.ts";
import type { Inline } from "../model/inline.ts";
import type { Language } from "../model/language.ts";
import { FIGURE_END, FIGURE_START, type PrintedFigure, parseMarkup } from "../model/markup.ts";
import type { Locale } from "../model/report.ts";
import { FORMAT_NAMES, formatFigure } from "./formats/format.ts";

/** Prints texts of one locale: figures by reference and format, labels by name. */
export interface Translator {
  /** A prose text with its figures printed in place. The text must have passed its checks. */
  readonly prose: (key: string, template: string) => readonly Inline[];
  readonly label: Label;
}

/** A label of a locale with its variables put in; `count` chooses the plural form. */
export type Label = (key: string, variables?: Readonly<Record<string, string | number>>) => string;

/** A translator for one locale over the report's figures, with an i18next instance of the locale's own: nothing is global. */
export function createTranslator(
  locale: Locale,
  figures: ReadonlyMap<string, Figure>,
  language: Language = locale.language,
): Translator {
  const { interpolate, printed, label } = printerOf(locale, language);
  const tree = remembered(trees, figures, figureTree);
  return {
    prose: (key, template) => {
      printed.length = 0;
      // To i18next an empty text is none.
      const own = locale.texts.get(key)?.template || template;
      const text = interpolate(own, namedBranches(tree, own));
      const { nodes, problem } = parseMarkup(text, [...printed]);
      if (problem) throw new Error(`${key}: ${problem.message}`);
      return nodes;
    },
    label,
  };
}

/** The labels of a locale. */
export function labelsOf(locale: Locale): Label {
  return printerOf(locale, locale.language).label;
}

/** Puts what placeholders name into a template. */
type Interpolate = (template: string, named: object) => string;

/** An i18next instance's work, and the figures that it has printed since they were last taken away. */
interface Printer {
  readonly interpolate: Interpolate;
  readonly printed: PrintedFigure[];
  readonly label: Label;
}

// Every stage asks for translators, and making one takes as long as printing a hundred texts.
const printers = new WeakMap<Locale, Map<Language, Printer>>();
const trees = new WeakMap<ReadonlyMap<string, Figure>, FigureTree>();

function remembered<Key extends object, Value>(
  known: WeakMap<Key, Value>,
  key: Key,
  make: (key: Key) => Value,
): Value {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}

function printerOf(locale: Locale, language: Language): Printer {
  const own = remembered(printers, locale, () => new Map<Language, Printer>());
  const printer = own.get(language) ?? createPrinter(locale, language);
  own.set(language, printer);
  return printer;
}

function createPrinter(locale: Locale, language: Language): Printer {
  const printed: PrintedFigure[] = [];
  const instance = createI18n(locale, language);
  for (const format of FORMAT_NAMES)
    instance.services.formatter?.add(format, (figure: Figure) => {
      printed.push({
        kind: "figure",
        ref: figure.ref,
        format,
        text: formatFigure(figure, format, locale.words, language),
      });
      return `${FIGURE_START}${printed.length - 1}${FIGURE_END}`;
    });
  const { interpolator } = instance.services;
  const interpolate: Interpolate = (template, named) =>
    interpolator.interpolate(template, named, language, named);
  return { interpolate, printed, label: rememberedLabel(createLabel(locale, instance, interpolate)) };
}

/** Only a count or a context makes i18next choose among forms of a text; to look for one takes as long as to put the variables in. */
function createLabel({ texts }: Locale, instance: i18n, interpolate: Interpolate): Label {
  return (key, variables = {}) => {
    const template = "count" in variables || "context" in variables ? "" : texts.get(key)?.template;
    return template ? interpolate(template, variables) : instance.t(key, { ...variables });
  };
}

/** Labels that take no variables are the same each time: a page asks for some of them at each paragraph. */
function rememberedLabel(print: Label): Label {
  const known = new Map<string, string>();
  return (key, variables) => {
    if (variables && Object.keys(variables).length > 0) return print(key, variables);
    const text = known.get(key) ?? print(key);
    known.set(key, text);
    return text;
  };
}

function createI18n(locale: Locale, language: Language): i18n {
  const texts = Object.fromEntries([...locale.texts].map(([key, { template }]) => [key, template]));
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { [language]: { translation: texts } },
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  return instance;
}

interface FigureTree {
  [part: string]: FigureTree | Figure;
}

/** The branches that a text names. i18next copies what it is given for every text and placeholder: all figures would be copied each time. */
function namedBranches(tree: FigureTree, template: string): FigureTree {
  const named: FigureTree = Object.create(null) as FigureTree;
  for (const [, name = ""] of template.matchAll(/\{\{-?\s*([^\s.,{}]+)/g)) {
    const branch = tree[name];
    if (branch !== undefined) named[name] = branch;
  }
  return named;
}

/** Figures as i18next looks them up: `{{trademarks.applications}}` is `tree.trademarks.applications`. */
function figureTree(figures: ReadonlyMap<string, Figure>): FigureTree {
  const tree: FigureTree = Object.create(null) as FigureTree;
  for (const [ref, figure] of figures) {
    const parts = ref.split(".");
    const last = parts.pop() ?? ref;
    let branch = tree;
    for (const part of parts) {
      branch[part] ??= Object.create(null) as FigureTree;
      branch = branch[part] as FigureTree;
    }
    branch[last] = figure;
  }
  return tree;
}
