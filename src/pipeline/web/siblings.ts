import { createTranslator } from "../../language/translator.ts";
import { plainText } from "../../model/inline.ts";
import { type Language, SOURCE_LANGUAGE } from "../../model/language.ts";
import type { EditionState, Report } from "../../model/report.ts";
import { editionFolder, type Sibling } from "../../web/request.ts";

/** Text key of the report's title. */
const TITLE = "preface.title";
/** What a language is called in itself. */
const NAME = "labels.imprint.languageName";

/** An edition as the others refer to it. */
export function siblingOf(
  { locales, figures }: Pick<Report, "locales" | "figures">,
  language: Language,
  state: EditionState,
): Sibling {
  const name = locales.get(language)?.texts.get(NAME)?.template ?? language;
  // What is not translated yet is shown in the language that the others are translated from.
  const locale = [language, SOURCE_LANGUAGE]
    .map((tag) => locales.get(tag))
    .find((one) => one?.texts.has(TITLE));
  const template = locale?.texts.get(TITLE)?.template ?? "";
  const title = locale ? plainText(createTranslator(locale, figures).prose(TITLE, template)) : "";
  return { language, state, folder: editionFolder(language, state), name, title };
}

/** All editions of the site in the report's order: those that are made now, and those of earlier builds that stay. */
export function allSiblings(report: Report, made: readonly Sibling[], present: readonly string[]): Sibling[] {
  return [...report.editions.keys()].flatMap((language) => {
    const own = made.find((sibling) => sibling.language === language);
    if (own) return [own];
    const states = ["released", "draft"] as const;
    const state = states.find((wanted) => present.includes(`${editionFolder(language, wanted)}/index.html`));
    return state === undefined ? [] : [siblingOf(report, language, state)];
  });
}

/** Folders of the site that stay: languages that are not made now, and released editions beside new drafts. */
export function keptFolders(report: Report, made: readonly Sibling[], present: readonly string[]): string[] {
  const now = new Set(made.map(({ folder }) => folder));
  return [...report.editions.keys()].flatMap((language) => {
    const [released, draft] = [editionFolder(language, "released"), editionFolder(language, "draft")];
    return [released, ...(now.has(released) ? [] : [draft])].filter(
      (folder) => !now.has(folder) && present.some((path) => path.startsWith(`${folder}/`)),
    );
  });
}
