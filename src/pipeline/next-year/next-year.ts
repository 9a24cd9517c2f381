import { readStructure } from "../../check/structure.ts";
import { placeholders } from "../../model/placeholder.ts";
import type { Report } from "../../model/report.ts";
import type { SourceFile, Sources } from "../../model/source-file.ts";
import { newChecks } from "./checks-file.ts";
import { type Change, changesIn } from "./growth.ts";
import { newIndicators } from "./indicators-file.ts";
import { newReport } from "./report-file.ts";
import { newTable } from "./table-file.ts";
import { createMoveReference, movedName, movedValue, type Step, seriesOf } from "./years.ts";

/** Next year's folders, ready to be written. */
export interface NextYear {
  /** Files by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Sources whose titles are to be filled in. */
  readonly untitled: readonly string[];
  /** References of the indicators without a value. */
  readonly open: readonly string[];
  /** References of the figures that were typed and are computed now. */
  readonly computed: readonly string[];
}

interface Layout {
  readonly report: Report;
  readonly sources: Sources;
  readonly step: Step;
  readonly series: ReadonlySet<string>;
  readonly changes: readonly Change[];
  readonly moveReference: (ref: string) => string;
}

/** Lays out a later year's report from a report without errors: its structure, its texts as drafts, and no values. */
export function layOutNextYear(report: Report, sources: Sources, to: number): NextYear {
  const step: Step = { from: report.year, to };
  const series = seriesOf(report);
  // A change over several years is not the change from the year before.
  const changes = to === report.year + 1 ? changesIn(report) : [];
  const layout = { report, sources, step, series, changes, moveReference: createMoveReference(series, step) };
  const { files: data, untitled } = dataFiles(layout);
  const computed = changes.map(({ ref }) => ref);
  return {
    files: new Map([...data, ...textFiles(layout)]),
    untitled,
    open: report.indicators.filter((ref) => !computed.includes(ref) && !isCertain(report, ref, step)),
    computed,
  };
}

function isCertain({ figures }: Report, ref: string, step: Step): boolean {
  const figure = figures.get(ref);
  return figure !== undefined && movedValue(figure, step) !== null;
}

function dataFiles(layout: Layout): { files: [string, string][]; untitled: readonly string[] } {
  const { report, sources, step, changes, series, moveReference } = layout;
  const folder = `data/${step.to}`;
  const { text, untitled } = newReport(textOf(layout, "report.yaml"), step, sourcesOfSeries(layout));
  const computed = new Set(changes.map(({ ref }) => ref));
  const checks = newChecks(sources.files.get(`data/${step.from}/checks.yaml`)?.text ?? null, {
    step,
    changes,
    moveReference,
    inSeries: (ref) => series.has(ref.split(".")[0] ?? ""),
  });
  const indicators = sources.files.get(`data/${step.from}/indicators.yaml`);
  return {
    files: [
      [`${folder}/report.yaml`, text],
      ...(indicators
        ? [
            [`${folder}/indicators.yaml`, newIndicators(indicators.text, report, { step, computed })] as [
              string,
              string,
            ],
          ]
        : []),
      ...(checks === null ? [] : [[`${folder}/checks.yaml`, checks] as [string, string]]),
      ...tableFiles(layout),
    ],
    untitled,
  };
}

function textOf({ sources, step }: Layout, name: string): string {
  return sources.files.get(`data/${step.from}/${name}`)?.text ?? "";
}

/** Sources that rows of earlier years name. */
function sourcesOfSeries({ report, series }: Layout): ReadonlySet<string> {
  const tables = [...series].flatMap((id) => report.tables.get(id) ?? []);
  const figures = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]));
  return new Set(figures.map(({ source }) => source));
}

function tableFiles({ report, sources, step, series }: Layout): [string, string][] {
  const inputs = readStructure(sources, [])?.file.tables ?? {};
  return [...report.tables.values()].flatMap(({ id, file: path }): [string, string][] => {
    const file = sources.files.get(path);
    const input = inputs[id];
    if (!file || !input) return [];
    const nextRow = series.has(id) ? step.to : null;
    const name = input.file === undefined ? `tables/${id}.csv` : movedName(input.file, step);
    return [[`data/${step.to}/${name}`, newTable({ file, input, nextRow })]];
  });
}

const TEXTS = /^locales\/[^/]+\/\d{4}\/(?!translated-from\.json$)[^/]+\.json$/;

/** The texts as drafts: which English text a translation fits is for a translator to say anew. */
function textFiles({ sources, step, moveReference }: Layout): [string, string][] {
  const own = [...sources.files.values()].filter(
    ({ path }) => TEXTS.test(path) && path.split("/")[2] === String(step.from),
  );
  return own.map((file) => [
    file.path.replace(`/${step.from}/`, `/${step.to}/`),
    movedText(file, moveReference),
  ]);
}

function movedText({ text }: SourceFile, moveReference: Layout["moveReference"]): string {
  const moved = placeholders(text).filter(({ ref }) => moveReference(ref) !== ref);
  return moved.toReversed().reduce((whole, { ref, source, offset }) => {
    const after = source.replace(ref, moveReference(ref));
    return whole.slice(0, offset) + after + whole.slice(offset + source.length);
  }, text);
}
