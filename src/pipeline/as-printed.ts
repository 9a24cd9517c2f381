import type { Composition } from "../model/composition.ts";
import type { Language } from "../model/language.ts";
import { replacePageMarks } from "../model/page-mark.ts";
import type { Report } from "../model/report.ts";

/** What a printed edition is held against. */
export interface AsPrinted {
  readonly report: Report;
  readonly composition: Composition;
}

/** Page labels by element id. */
type Pages = ReadonlyMap<string, string>;

/**
 * A composed edition with the page numbers of its cross-references, now that it is printed. What is printed of them (“Table 3, page 9”)
 * counts as a name that holds digits: the document counts its tables and pages itself, no figure is bound to them.
 */
export function asPrinted({ report, composition }: AsPrinted, language: Language, pages: Pages): AsPrinted {
  const { references, blocks } = composition;
  if (references.size === 0) return { report, composition };
  const put = (text: string) => replacePageMarks(text, (id) => pages.get(id) ?? "");
  const names = [...references.values()].map(({ text }) => put(text));
  return {
    report: withNames(report, language, names),
    composition: { ...composition, blocks: blocks.map((block) => ({ ...block, text: put(block.text) })) },
  };
}

function withNames(report: Report, language: Language, names: readonly string[]): Report {
  const locale = report.locales.get(language);
  if (!locale) return report;
  const extended = { ...locale, names: [...locale.names, ...names] };
  return { ...report, locales: new Map([...report.locales, [language, extended]]) };
}
