import type { Language } from "../../model/language.ts";
import { readTitle } from "../../pdf/document-title.ts";
import { catalogOf, dictAt, textAt } from "../../pdf/objects/access.ts";
import type { Complaints } from "../complaints.ts";
import type { Opened } from "../reading/finished.ts";
import type { Pair } from "../text/compare.ts";

/** The document has its title and shows it, its language, and a name for each page. */
export function checkDocument(
  { language, title }: { readonly language: Language; readonly title: string },
  { file, labels }: Opened,
  complaints: Complaints,
): void {
  const catalog = catalogOf(file);
  const say = (code: string, message: string) => complaints.error({ code, message });
  const found = readTitle(file);
  if (found !== title)
    say("document-title", `the document’s title should be “${title}” and is “${found ?? ""}”`);
  if (dictAt(file, catalog, "ViewerPreferences")?.get("DisplayDocTitle") !== true)
    say("document-title", "viewers will show the file’s name, not the title");
  const tag = textAt(file, catalog, "Lang");
  if (tag !== language)
    say("document-language", `the document’s language should be ${language} and is “${tag ?? ""}”`);
  if (dictAt(file, catalog, "MarkInfo")?.get("Marked") !== true)
    say("document-tags", "the document does not say that it is tagged");
  const unnamed = labels.indexOf("");
  if (unnamed >= 0) say("page-label", `page ${unnamed + 1} of the file has no label`);
}

/** Texts in another language than the document's are marked as such. */
export function checkLanguages(pairs: readonly Pair[], language: Language, complaints: Complaints): void {
  for (const { expected, found } of pairs) {
    const tag = found.lang === "" ? language : found.lang;
    if (tag === expected.language) continue;
    complaints.error({
      code: "language-mark",
      key: expected.key,
      page: found.page,
      message: `the ${expected.role} is in ${expected.language} and marked as ${tag}`,
    });
  }
}
