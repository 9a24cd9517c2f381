import { type Diagnostic, error } from "../model/diagnostic.ts";
import type { Unit } from "../model/figure.ts";
import { isLanguage, type Language, SOURCE_LANGUAGE } from "../model/language.ts";
import type { Dimension, EditionState, Member, Source } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import { type Document, parse } from "./readers/document.ts";
import { readYaml } from "./readers/yaml.ts";
import { type ReportFile, reportSchema } from "./schemas/report.ts";

/** What `report.yaml` declares, before any figure is read. */
export interface Structure {
  readonly file: ReportFile;
  readonly document: Document;
  readonly editions: ReadonlyMap<Language, EditionState>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
}

/** Reads `data/<year>/report.yaml`; null when it cannot be used at all. */
export function readStructure(sources: Sources, diagnostics: Diagnostic[]): Structure | null {
  const path = `data/${sources.year}/report.yaml`;
  const source = sources.files.get(path);
  if (!source) {
    diagnostics.push(
      error({
        code: "no-report",
        message: `there is no report for ${sources.year}`,
        place: { file: path },
        hints: ["check the year, and that the command is run in the report's folder"],
      }),
    );
    return null;
  }
  const document = readYaml(source, diagnostics);
  const file = document && parse(reportSchema, document, diagnostics);
  if (!document || !file) return null;
  checkYear(file, sources.year, document, diagnostics);
  return {
    file,
    document,
    editions: editionsOf(file, document, diagnostics),
    sources: mapOf(file.sources, (id, { title, url }) => ({ id, title, url: url ?? null })),
    units: mapOf(file.units, (id, unit) => ({ id, ...unit })),
    dimensions: mapOf(file.dimensions, (id, members) => ({ id, members: mapOf(members, toMember) })),
  };
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
    }),
  );
}

function editionsOf(
  file: ReportFile,
  document: Document,
  diagnostics: Diagnostic[],
): ReadonlyMap<Language, EditionState> {
  const editions = new Map<Language, EditionState>();
  for (const [tag, edition] of Object.entries(file.languages))
    if (isLanguage(tag) && edition) editions.set(tag, edition.state);
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
