import { type Diagnostic, error, hasErrors } from "../../model/diagnostic.ts";
import { isLanguage, type Language } from "../../model/language.ts";
import { sealOf } from "../../model/released.ts";
import type { Revision } from "../../model/revision.ts";
import { filesUnder, type SourceFile, type Sources } from "../../model/source-file.ts";
import { type Document, parse } from "../readers/document.ts";
import { readJson } from "../readers/json.ts";
import { type RevisionFile, revisionSchema } from "../schemas/revision.ts";

/** Reads the released revisions, oldest first; a gap, a wrong number or a file edited by hand is an error. */
export function readRevisions(sources: Sources, diagnostics: Diagnostic[]): Revision[] {
  const found: Diagnostic[] = [];
  const revisions = filesUnder(sources, `data/${sources.year}/revisions`, ".json")
    .flatMap((file) => readRevision(file, found))
    .sort((a, b) => a.revision - b.revision);
  const missing = revisions.findIndex(({ revision }, index) => revision !== index + 1);
  // A file that cannot be used leaves a gap, too; that it is to be mended has been said.
  if (missing >= 0 && !hasErrors(found)) found.push(gap(missing + 1, revisions[missing]));
  diagnostics.push(...found);
  return revisions;
}

function readRevision(file: SourceFile, diagnostics: Diagnostic[]): Revision[] {
  const document = readJson(file, diagnostics);
  const content = document && parse(revisionSchema, document, diagnostics);
  if (!document || !content) return [];
  const misplaced = numberProblems(content, document);
  diagnostics.push(...misplaced, ...sealProblems(content, document));
  return misplaced.length > 0 ? [] : [toRevision(content, document)];
}

function toRevision(content: RevisionFile, document: Document): Revision {
  return {
    revision: content.revision,
    date: content.date,
    figures: new Map(Object.entries(content.figures)),
    derived: new Map(Object.entries(content.derived)),
    failing: new Map(Object.entries(content.failing)),
    texts: byLanguage(content.texts),
    pages: byLanguage(content.pages),
    layout: new Map(Object.entries(content.layout)),
    corrections: new Map(
      Object.entries(content.corrections).map(([figure, { reason, decided_by: decidedBy, date }]) => [
        figure,
        { reason: byLanguageTag(reason), decidedBy, date },
      ]),
    ),
    place: document.place([]),
  };
}

function byLanguage(
  record: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Map<Language, Map<string, string>> {
  const byTag = byLanguageTag(record);
  return new Map([...byTag].map(([language, texts]) => [language, new Map(Object.entries(texts))]));
}

function byLanguageTag<T>(record: Readonly<Record<string, T>>): Map<Language, T> {
  return new Map(
    Object.entries(record).flatMap(([tag, value]) => (isLanguage(tag) ? [[tag, value] as const] : [])),
  );
}

function numberProblems({ revision }: RevisionFile, document: Document): Diagnostic[] {
  if (document.file.endsWith(`/${revision}.json`)) return [];
  return [
    error({
      code: "wrong-revision",
      message: `the file is revision ${revision}, which its name does not say`,
      place: document.place(["revision"]),
      hints: [`name it ${revision}.json again; if there is such a file, this is a copy: remove it`],
    }),
  ];
}

function sealProblems(content: RevisionFile, document: Document): Diagnostic[] {
  if (sealOf(document.value as Record<string, unknown>) === content.seal) return [];
  return [
    error({
      code: "broken-seal",
      message: `revision ${content.revision} was changed after its release`,
      place: document.place(["seal"]),
      hints: [
        "a released state is never edited: restore the file from version control, and correct the data instead",
      ],
    }),
  ];
}

function gap(expected: number, later: Revision | undefined): Diagnostic {
  return error({
    code: "revision-gap",
    message: `revision ${expected} is missing before revision ${later?.revision}`,
    place: { file: later?.place.file ?? "" },
    hints: [`restore revisions/${expected}.json from version control`],
  });
}
