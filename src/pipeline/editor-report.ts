import { translationTable } from "../check/translation/table.ts";
import type { OutputFolder } from "../deliver/deliver.ts";
import type { Manifest } from "../deliver/manifest.ts";
import { drawChart } from "../draw/chart.ts";
import { createMeasure } from "../draw/measure.ts";
import { type EditorReportFiles, editorReport } from "../editor-report/editor-report.ts";
import type { ChartPair, EditionOutcome, ImpactInput } from "../editor-report/input.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Edition } from "../model/edition.ts";
import { FACES, type Face } from "../model/faces.ts";
import type { Impact } from "../model/impact.ts";
import { isLanguage, type Language, SOURCE_LANGUAGE } from "../model/language.ts";
import type { Parity } from "../model/parity.ts";
import type { Report } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import { resolve } from "../resolve/resolve.ts";
import type { EditionResult } from "./edition.ts";
import { assessImpact, staleSince } from "./impact/assess.ts";
import { releasedReport } from "./impact/released-report.ts";
import { changesFingerprint, provenChanges } from "./pages/write-proof.ts";

/** The page's style sheet among the sources. */
const STYLE = "templates/editor/report.css";

/** What the editor's report is made from. */
export interface EditorReportRequest {
  readonly sources: Sources;
  /** The checked report, all its editions included; null where files are broken. */
  readonly report: Report | null;
  /** All diagnostics of the run. */
  readonly diagnostics: readonly Diagnostic[];
  /** The editions of this run; none when only checks were made. */
  readonly editions: readonly EditionResult[];
  /** What is delivered now: this run's editions, and earlier ones. */
  readonly manifest: Manifest | null;
  readonly readFont: (face: Face) => Promise<Uint8Array>;
}

/** Writes `<year>/report.html` and `<year>/report.json`, whatever came of the run: an editor needs them most when it failed. */
export async function writeEditorReport(request: EditorReportRequest, output: OutputFolder): Promise<void> {
  const { year } = request.sources;
  const { html, json } = await makeEditorReport(request, await provenChanges(year, output));
  const encoder = new TextEncoder();
  await Promise.all([
    output.write(`${year}/report.html`, encoder.encode(html)),
    output.write(`${year}/report.json`, encoder.encode(json)),
  ]);
}

/** The editor's report of one run; `proven` is the fingerprint of the changes that a proof of pages was made for, null without one. */
export async function makeEditorReport(
  request: EditorReportRequest,
  proven: string | null = null,
): Promise<EditorReportFiles> {
  const { sources, report, diagnostics } = request;
  const edition = report?.locales.has(SOURCE_LANGUAGE) ? resolve(report, SOURCE_LANGUAGE) : null;
  const input = {
    year: sources.year,
    report,
    edition,
    diagnostics,
    translations: report ? translationTable(report) : [],
    editions: outcomes(request),
    impact:
      report && edition ? await impactInput({ report, edition, proven, readFont: request.readFont }) : null,
  };
  return editorReport(input, sources.files.get(STYLE)?.text ?? "");
}

/** What became of each edition of the report, and of those that only an earlier build knows. */
function outcomes({ report, editions, manifest }: EditorReportRequest): EditionOutcome[] {
  const delivered = (manifest?.editions ?? []).map(({ language }) => language).filter(isLanguage);
  const languages = new Set([...(report?.editions.keys() ?? []), ...delivered]);
  return [...languages].map((language) => outcome(language, { report, editions, manifest }));
}

function outcome(
  language: Language,
  { report, editions, manifest }: Pick<EditorReportRequest, "report" | "editions" | "manifest">,
): EditionOutcome {
  const run = editions.find((edition) => edition.language === language);
  const entries = (manifest?.editions ?? []).filter((entry) => entry.language === language);
  const wanted = run?.state ?? report?.editions.get(language);
  const pdf = entries.find(({ state }) => state === wanted) ?? entries[0];
  const result = run ? (run.finished ? "built" : "failed") : pdf ? "earlier" : "none";
  return {
    language,
    state: wanted ?? pdf?.state ?? "draft",
    result,
    pdf: pdf ? { file: pdf.file, bytes: pdf.bytes, pages: pdf.pages } : null,
    parity: parityOf(run),
    diagnostics: run?.diagnostics ?? [],
  };
}

function parityOf(run: EditionResult | undefined): Parity | null {
  if (!run?.shown) return null;
  const texts = [...run.shown.texts.values()];
  const proven = texts.flatMap(({ figures }) => (figures ? [figures] : []));
  return { figures: proven.flat().length, texts: texts.length, proven: proven.length };
}

interface ImpactRequest {
  readonly report: Report;
  readonly edition: Edition;
  readonly proven: string | null;
  readonly readFont: EditorReportRequest["readFont"];
}

async function impactInput({
  report,
  edition,
  proven,
  readFont,
}: ImpactRequest): Promise<ImpactInput | null> {
  const last = report.revisions.released.at(-1);
  const whole = [...report.editions.keys()].every((language) => report.locales.has(language));
  const impact = whole ? assessImpact(report) : null;
  if (!last || !impact) return null;
  const before = resolve(releasedReport(report, last), SOURCE_LANGUAGE);
  return {
    impact,
    stale: staleSince(impact),
    before,
    charts: await chartPairs(impact, before, edition, readFont),
    proof:
      proven === null ? null : { file: "impact/index.html", current: proven === changesFingerprint(impact) },
  };
}

/** The charts that a change touches, drawn as released and as they are now, in the source language. */
async function chartPairs(
  { figures }: Impact,
  before: Edition,
  after: Edition,
  readFont: EditorReportRequest["readFont"],
): Promise<ChartPair[]> {
  const exhibits = figures.flatMap((figure) => figure.exhibits).filter(({ kind }) => kind === "chart");
  const ids = [...new Set(exhibits.map(({ id }) => id))];
  if (ids.length === 0) return [];
  const faces = await Promise.all(
    FACES[SOURCE_LANGUAGE].map(async (face) => ({ ...face, bytes: await readFont(face) })),
  );
  const measure = createMeasure(faces);
  const draw = async (edition: Edition, id: string) => {
    const view = edition.charts.get(id);
    return view ? (await drawChart(view, measure)).svg : "";
  };
  return Promise.all(
    ids.map(async (id) => ({ id, before: await draw(before, id), after: await draw(after, id) })),
  );
}
