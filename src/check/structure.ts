import { type Diagnostic, error, type Place, warning } from "../model/diagnostic.ts";
import type { Unit } from "../model/figure.ts";
import { isLanguage, LANGUAGES, type Language, SOURCE_LANGUAGE } from "../model/language.ts";
import { type Memo, NO_MEMO } from "../model/memo.ts";
import { suggest } from "../model/nearest.ts";
import type { Dimension, EditionState, Member, Source } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import { type Document, parseKept } from "./readers/document.ts";
import { excerpt } from "./readers/excerpt.ts";
import { readYaml } from "./readers/yaml.ts";
import { type ReportFile, reportSchema } from "./schemas/report.ts";

/** What `report.yaml` declares, before any figure is read. */
export interface Structure {
  readonly file: ReportFile;
  readonly document: Document;
  /** Date of the edition; the last day of the year where a draft leaves it open. */
  readonly date: string;
  readonly editions: ReadonlyMap<Language, EditionState>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
}

/** Reads `data/<year>/report.yaml`; null when it cannot be used at all. */
export function readStructure(
  sources: Sources,
  diagnostics: Diagnostic[],
  memo: Memo = NO_MEMO,
): Structure | null {
  const path = `data/${sources.year}/report.yaml`;
  const source = sources.files.get(path);
  if (!source) {
    diagnostics.push(noReport(path, sources));
    return null;
  }
  const document = readYaml(source, diagnostics, memo);
  const kept = { name: "report", text: source.text, memo };
  const file = document && parseKept(reportSchema, () => document, kept, diagnostics);
  if (!document || !file) return null;
  checkYear(file, sources.year, document, diagnostics);
  diagnostics.push(...repeatedChapters(file, document), ...sharedNames(file, document));
  const editions = editionsOf(file, document, diagnostics);
  diagnostics.push(...openFields(file, document, editions));
  return {
    file,
    document,
    date: file.date ?? `${file.year}-12-31`,
    editions,
    sources: mapOf(file.sources, (id, { title, url }) => ({ id, title: title ?? id, url: url ?? null })),
    units: mapOf(file.units, (id, unit) => ({ id, ...unit })),
    dimensions: mapOf(file.dimensions, (id, members) => ({ id, members: mapOf(members, toMember) })),
  };
}

function noReport(path: string, { year, files }: Sources): Diagnostic {
  const isFolder = [...files.keys()].some((name) => name.startsWith(`${path}/`));
  return error({
    code: "no-report",
    message: isFolder ? `${path} is a folder, not a file` : `there is no report for ${year}`,
    place: { file: path },
    hints: isFolder ? [] : ["check the year, and the report's folder (--root)"],
  });
}

/** What only a draft may leave open: a new year's report begins without its date and the titles of its sources. */
function openFields(
  { date, sources }: ReportFile,
  document: Document,
  editions: Structure["editions"],
): Diagnostic[] {
  const isDraft = [...editions.values()].every((state) => state === "draft");
  const severe = isDraft ? warning : error;
  const open = (path: readonly string[], expected: string) =>
    severe({
      code: "missing-field",
      message: `${path.join(".")}: expected ${expected}, found nothing`,
      place: document.key(path),
      hints: ["fill it in before an edition is released"],
    });
  const untitled = Object.entries(sources).filter(([, { title }]) => title == null);
  return [
    ...(date == null ? [open(["date"], "a date such as 2021-12-31")] : []),
    ...untitled.map(([id]) => open(["sources", id, "title"], "the title of the publication")),
  ];
}

type MemberInput = ReportFile["dimensions"][string][string];

function toMember(code: string, { name, names, kind, ...attributes }: MemberInput): Member {
  const written = [...(name === undefined ? [] : [name]), ...(Array.isArray(names) ? names : [])];
  return {
    code,
    names: written,
    kind,
    attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
  };
}

function checkYear(file: ReportFile, year: number, document: Document, diagnostics: Diagnostic[]): void {
  if (file.year === year) return;
  diagnostics.push(
    error({
      code: "wrong-year",
      message: `year: expected ${year}, as the folder says, found ${file.year}`,
      place: document.place(["year"]),
      hints: ["mend the year, or rename the folder"],
    }),
  );
}

function repeatedChapters({ chapters }: ReportFile, document: Document): Diagnostic[] {
  return chapters.flatMap((id, index) =>
    chapters.indexOf(id) === index
      ? []
      : [
          error({
            code: "duplicate-chapter",
            message: `chapters: “${id}” is listed twice`,
            place: document.place(["chapters", index]),
            hints: ["keep one of the two"],
          }),
        ],
  );
}

/** A CSV's row is found by the member's name, so that two members of a dimension cannot share one. */
function sharedNames({ dimensions }: ReportFile, document: Document): Diagnostic[] {
  return Object.entries(dimensions).flatMap(([id, members]) => {
    const owners = new Map<string, string>();
    return Object.entries(members).flatMap(([code, input]) =>
      [...new Set([code, ...toMember(code, input).names])].flatMap((name) => {
        const owner = owners.get(name);
        owners.set(name, owner ?? code);
        return owner === undefined ? [] : [sharedName(name, owner, document.key(["dimensions", id, code]))];
      }),
    );
  });
}

function sharedName(name: string, owner: string, place: Place): Diagnostic {
  return error({
    code: "shared-name",
    message: `the name “${excerpt(name)}” belongs to “${owner}” already`,
    place,
    hints: ["give every member names of its own"],
  });
}

function editionsOf(
  file: ReportFile,
  document: Document,
  diagnostics: Diagnostic[],
): ReadonlyMap<Language, EditionState> {
  const editions = new Map<Language, EditionState>();
  for (const [tag, { state }] of Object.entries(file.languages))
    if (isLanguage(tag)) editions.set(tag, state);
    else
      diagnostics.push(
        error({
          code: "unknown-language",
          message: `languages: there is no language “${excerpt(tag)}”`,
          place: document.key(["languages", tag]),
          hints: suggest(tag, LANGUAGES),
        }),
      );
  if (!editions.has(SOURCE_LANGUAGE))
    diagnostics.push(
      error({
        code: "no-source-language",
        message: `languages: “${SOURCE_LANGUAGE}” is missing; the other editions are translated from it`,
        place: document.place(["languages"]),
        hints: [`add ${SOURCE_LANGUAGE}: { state: released }`],
      }),
    );
  return editions;
}

function mapOf<I, O>(record: Readonly<Record<string, I>>, make: (id: string, value: I) => O): Map<string, O> {
  return new Map(Object.entries(record).map(([id, value]) => [id, make(id, value)]));
}
