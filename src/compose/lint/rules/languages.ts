import type { Finding, LintInput } from "../finding.ts";
import { tagText } from "../tree.ts";

/** Elements whose `lang` the browser writes into the PDF (measured with Chromium 153); it drops that of all others. */
const KEPT = new Set(
  (
    "html section article main nav header footer aside address p h1 h2 h3 h4 h5 h6 blockquote pre ul ol li dt dd figure figcaption " +
    "table caption tr th td a em strong mark code sub sup abbr dfn time s ins del"
  ).split(" "),
);

/** Changes of language stand where they are kept, and are language tags. */
export function languages({ elements }: LintInput): Finding[] {
  return elements.flatMap((element): Finding[] => {
    const lang = element.attributes.get("lang");
    if (lang === undefined) return [];
    if (!KEPT.has(element.tag))
      return [
        {
          code: "lost-language",
          element,
          message: `the browser drops the language of ${tagText(element)}`,
          hints: ["put lang on the paragraph, heading, cell or link, or on <em> or <strong> inside of it"],
        },
      ];
    if (isTag(lang)) return [];
    return [
      {
        code: "wrong-language",
        element,
        message: `“${lang}” is no language tag`,
        hints: ["write one such as en, zh-CN, ja or ko"],
      },
    ];
  });
}

function isTag(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1;
  } catch {
    return false;
  }
}
