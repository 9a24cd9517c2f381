import { type Diagnostic, error, hasErrors, sortDiagnostics } from "../model/diagnostic.ts";
import type { Figure } from "../model/figure.ts";
import { labelFiles } from "../model/labels.ts";
import { type Memo, NO_MEMO } from "../model/memo.ts";
import type { Report, Table } from "../model/report.ts";
import type { Sources } from "../model/source-file.ts";
import { readCharts } from "./charts.ts";
import { withoutDoubtful, withoutEchoes } from "./echoes.ts";
import { fileNameProblems } from "./file-names.ts";
import { withoutFlood } from "./flood.ts";
import { checkIdentities } from "./identities/identities.ts";
import { ambiguousFigures, readIndicators } from "./indicators.ts";
import { createLocate } from "./lint/locate.ts";
import { readLocales } from "./locales.ts";
import { missingAuthor, missingData } from "./missing.ts";
import { readPrevious } from "./previous.ts";
import { readRevisionState } from "./revisions/state.ts";
import { readStructure } from "./structure.ts";
import { syntaxProblems } from "./syntax.ts";
import { readTables } from "./tables/table.ts";
import { readStyles, readTemplates } from "./templates.ts";
import { keptTexts } from "./texts.ts";
import { keptWording } from "./wording.ts";

/** What came of checking a report's sources. */
export interface Checked {
  /**
   * The report; null where files are broken or refer to what does not exist. It can be looked at even when its figures or texts
   * have errors, but is built only when `diagnostics` holds none.
   */
  readonly report: Report | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a report is checked. */
export interface CheckSettings {
  /** Takes every edition as a draft: unfinished texts and figures that do not add up are warnings. */
  readonly draft: boolean;
  /** Remembers the findings of earlier checks; nothing unless said otherwise. */
  readonly memo?: Memo;
}

/** Stage 2: turns the sources into a typed report. All problems are found in one run and sorted by place. */
export function check(sources: Sources, settings: CheckSettings = { draft: false }): Checked {
  return beginCheck(sources, settings).complete();
}

/** A check under way. */
export interface Checking {
  /** As in {@link Checked}. */
  readonly report: Report | null;
  /** Checks the wording as well, which takes about half of the time and does not decide whether there is a report. */
  readonly complete: () => Checked;
}

/** Begins stage 2 for those who show the report before all is checked. */
export function beginCheck(sources: Sources, { draft, memo = NO_MEMO }: CheckSettings): Checking {
  const diagnostics: Diagnostic[] = [...sources.diagnostics, ...fileNameProblems(sources)];
  const structure = readStructure(sources, diagnostics, memo);
  if (!structure) return checkingOf(null, () => [...diagnostics, ...syntaxProblems(sources)]);
  const indicators = readIndicators(sources, structure, diagnostics);
  const tables = readTables(sources, structure, diagnostics);
  const read = figuresByRef(indicators, tables, diagnostics);
  const tablesById = new Map(tables.map((table) => [table.id, table]));
  const locales = readLocales(sources, structure.editions.keys(), diagnostics, memo);
  const previous = readPrevious(sources, { structure, own: read }, diagnostics, memo);
  const all = new Map([...read, ...previous]);
  const { figures, checks, claims } = checkIdentities(
    sources,
    { ...structure, figures: all, tables: tablesById, locales },
    diagnostics,
    memo,
  );
  diagnostics.push(...ambiguousFigures(figures));
  const charts = readCharts(sources, { tables: tablesById, figures }, diagnostics);
  const languages = [...structure.editions.keys()];
  const report: Report = {
    year: sources.year,
    date: structure.date,
    editions: draft ? asDrafts(structure.editions) : structure.editions,
    address: structure.file.address ?? null,
    chapters: structure.file.chapters,
    sources: structure.sources,
    units: structure.units,
    dimensions: structure.dimensions,
    figures,
    checks,
    indicators: indicators.map(({ ref }) => ref),
    tables: tablesById,
    locales,
    charts,
    templates: readTemplates(sources, diagnostics, memo),
    styles: readStyles(sources),
    labels: labelFiles(sources),
    revisions: readRevisionState(sources, { figures: read, languages }, claims),
  };
  return checkTextsOf({ report, sources, diagnostics, claims, draft, memo });
}

interface ReadReport {
  readonly report: Report;
  readonly sources: Sources;
  /** What was found so far. */
  readonly diagnostics: Diagnostic[];
  readonly claims: ReturnType<typeof checkIdentities>["claims"];
  readonly draft: boolean;
  readonly memo: Memo;
}

function checkTextsOf({ report, sources, diagnostics, claims, draft, memo }: ReadReport): Checking {
  const { figures, labels, checks } = report;
  const locate = createLocate(sources);
  for (const locale of report.locales.values())
    diagnostics.push(...keptTexts(locale, { figures, labels, locate }, memo));
  const broken = hasErrors(diagnostics);
  const trusted = withoutDoubtful(claims, { checks, diagnostics });
  return checkingOf(broken ? null : report, () =>
    withoutEchoes([
      ...diagnostics,
      ...(draft ? trusted.map(asWarning) : trusted),
      ...missingData(report),
      ...missingAuthor(report),
      ...keptWording({ report, sources, locate }, memo),
    ]),
  );
}

function checkingOf(report: Report | null, find: () => Diagnostic[]): Checking {
  return { report, complete: () => ({ report, diagnostics: withoutFlood(sortDiagnostics(find())) }) };
}

function asDrafts(editions: Report["editions"]): Report["editions"] {
  return new Map([...editions.keys()].map((language) => [language, "draft"]));
}

/** In a draft a discrepancy is shown and does not stop the build: the draft's mark says that it is not to be relied on. */
function asWarning(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === "error" ? { ...diagnostic, severity: "warning" } : diagnostic;
}

function figuresByRef(
  indicators: readonly Figure[],
  tables: readonly Table[],
  diagnostics: Diagnostic[],
): Map<string, Figure> {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
  const figures = new Map<string, Figure>();
  for (const figure of [...cells, ...indicators]) {
    const first = figures.get(figure.ref);
    if (first)
      diagnostics.push(
        error({
          code: "duplicate-figure",
          message: `“${figure.ref}” is an indicator and a cell of ${first.place.file}`,
          place: figure.place,
          hints: ["a figure lives once: remove the indicator"],
        }),
      );
    figures.set(figure.ref, figure);
  }
  return figures;
}
