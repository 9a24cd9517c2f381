import { check } from "../../src/check/check.ts";
import { lintFigures, lintTypography } from "../../src/check/lint/lint.ts";
import { createLocate } from "../../src/check/lint/locate.ts";
import { readCorrections } from "../../src/check/revisions/corrections.ts";
import { readRevisions } from "../../src/check/revisions/released.ts";
import { checkTexts } from "../../src/check/texts.ts";
import { gather } from "../../src/gather/gather.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import type { Locale, Report } from "../../src/model/report.ts";
import type { SourceFile, Sources } from "../../src/model/source-file.ts";
import { rehearse } from "../../src/pipeline/rehearse.ts";
import type { Random } from "../faults/random.ts";
import { ENGINE, libraries, YEAR } from "../support/report.ts";
import { released, reportIn } from "../support/revisions.ts";
import { judgeDiagnostics, judgeReading } from "./judge.ts";
import { mutated } from "./mutate.ts";
import type { Target } from "./target.ts";

const CORRECTIONS = `corrections:
  - figure: loans.budget
    was: 28645
    is: 28646
    reason: { en: A digit was misread., zh-CN: 误读一位数字。, ja: 一桁を読み誤った。, ko: 한 자리를 잘못 읽었다. }
    decided_by: Editors
    date: 2031-05-01
    revision: 2
`;
const REVISION = `data/${YEAR}/revisions/1.json`;
const CORRECTIONS_FILE = `data/${YEAR}/corrections.yaml`;

const withFile = (sources: Sources, file: SourceFile): Sources => ({
  ...sources,
  files: new Map([...sources.files, [file.path, file]]),
});

/** Readers of texts, corrections and revisions, and the check of a whole report in which one file is changed. */
export async function reportTargets(): Promise<Target[]> {
  const content = libraries({
    ...(await released(libraries(), { year: YEAR })),
    [CORRECTIONS_FILE]: CORRECTIONS,
  });
  const sources = await gather({ year: YEAR, content, engine: ENGINE });
  const report = await reportIn(libraries(), YEAR);
  const found: Diagnostic[] = [];
  const revisions = readRevisions(sources, found);
  judgeDiagnostics(found);
  const world = { revisions, figures: report.figures, languages: [...LANGUAGES] };
  const fileOf = (path: string, input: string | Uint8Array) => ({ path, text: String(input) });
  return [
    {
      name: "text of a locale",
      share: 20_000,
      next: (random) => textOf(report, random),
      read: (input) => readText(String(input), report, sources),
    },
    {
      name: "corrections",
      share: 5_000,
      next: (random) => mutated(CORRECTIONS, random),
      read: (input) => {
        const told: Diagnostic[] = [];
        const file = fileOf(CORRECTIONS_FILE, input);
        judgeReading(readCorrections(withFile(sources, file), world, told), told, file);
      },
    },
    {
      name: "revision",
      share: 3_000,
      next: (random) => mutated(sources.files.get(REVISION)?.text ?? "", random),
      read: (input) => {
        const told: Diagnostic[] = [];
        const file = fileOf(REVISION, input);
        const read = readRevisions(withFile(sources, file), told);
        judgeReading(read.length === 0 ? null : read, told, file);
      },
    },
    {
      name: "whole report",
      share: 1_000,
      next: (random) => fileIn(sources, random),
      read: (input) => checkWhole(String(input), sources),
    },
  ];
}

/** A language's tag in the first line, then a changed text of that language. */
function textOf(report: Report, random: Random): string {
  const language = random.pick(LANGUAGES) ?? "en";
  const text = random.pick([...(report.locales.get(language)?.texts.values() ?? [])]);
  return `${language}\n${mutated(text?.template ?? "", random)}`;
}

function readText(input: string, report: Report, sources: Sources): void {
  const language = LANGUAGES.find((tag) => input.startsWith(`${tag}\n`)) ?? "en";
  const locale = report.locales.get(language);
  if (!locale) return;
  const template = input.slice(language.length + 1);
  const text = {
    key: "preface.p1",
    template,
    place: { file: `locales/${language}/${YEAR}/preface.json`, line: 2, column: 3 },
  };
  const alone: Locale = { ...locale, texts: new Map([[text.key, text]]) };
  const locate = createLocate(sources);
  const one: Report = {
    ...report,
    locales: new Map([[language, alone]]),
    templates: new Map(),
    styles: new Map(),
  };
  judgeDiagnostics([
    ...checkTexts(alone, { figures: report.figures, labels: new Set(), locate }),
    ...lintFigures({ report: one, sources, locate }),
    ...lintTypography({ report: one, sources, locate }).map(({ diagnostic }) => diagnostic),
  ]);
}

/** A file's path in the first line, then its changed text. */
function fileIn({ files }: Sources, random: Random): string {
  const file = random.pick([...files.values()]);
  return `${file?.path}\n${mutated(file?.text ?? "", random)}`;
}

function checkWhole(input: string, sources: Sources): void {
  const end = input.indexOf("\n");
  const file = { path: input.slice(0, end), text: input.slice(end + 1) };
  const { report, diagnostics } = check(withFile(sources, file));
  judgeDiagnostics([...diagnostics, ...(report ? rehearse(report) : [])], file);
}
