import { type Diagnostic, error } from "../../model/diagnostic.ts";
import { isLanguage, type Language } from "../../model/language.ts";
import { sealOf } from "../../model/released.ts";
import type { Revision } from "../../model/revision.ts";
import { filesUnder, type SourceFile, type Sources } from "../../model/source-file.ts";
import { type Document, parse } from "../readers/document.ts";
import { readJson } from "../readers/json.ts";
import { type RevisionFile, revisionSchema } from "../schemas/revision.ts";

/** Reads the released revisions, oldest first; a gap, a wrong number or a file edited by hand is an error. */
export function readRevisions(sources: Sources, diagnostics: Diagnostic[]): Revision[] {
  const revisions = filesUnder(sources, `data/${sources.year}/revisions`, ".json")
    .flatMap((file) => readRevision(file, diagnostics))
    .sort((a, b) => a.revision - b.revision);
  for (const [index, { revision, place }] of revisions.entries())
    if (revision !== index + 1) {
      diagnostics.push(gap(index + 1, place.file));
      break;
    }
  return revisions;
}

function readRevision(file: SourceFile, diagnostics: Diagnostic[]): Revision[] {
  const document = readJson(file, diagnostics);
  const content = document && parse(revisionSchema, document, diagnostics);
  if (!document || !content) return [];
  const problems = [...numberProblems(content, document), ...sealProblems(content, document)];
  diagnostics.push(...problems);
  return problems.length > 0 ? [] : [toRevision(content, document)];
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
    place: document.place([]),
  };
}

function byLanguage(
  record: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Map<Language, Map<string, string>> {
  const entries = Object.entries(record).flatMap(([tag, texts]) =>
    isLanguage(tag) ? [[tag, new Map(Object.entries(texts))] as const] : [],
  );
  return new Map(entries);
}

function numberProblems({ revision }: RevisionFile, document: Document): Diagnostic[] {
  if (document.file.endsWith(`/${revision}.json`)) return [];
  return [
    error({
      code: "wrong-revision",
      message: `the file is revision ${revision}, which its name does not say`,
      place: document.place(["revision"]),
      hints: [`restore it as revisions/${revision}.json from version control`],
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

function gap(expected: number, file: string): Diagnostic {
  return error({
    code: "revision-gap",
    message: `revision ${expected} is missing`,
    place: { file },
    hints: ["restore the missing file from version control"],
  });
}
