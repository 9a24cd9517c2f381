import type { Diagnostic } from "../../model/diagnostic.ts";
import { SOURCE_LANGUAGE } from "../../model/language.ts";
import type { Locale, Report, Text } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { staleNames } from "./declared-names.ts";
import { type FigureLint, typedFigures } from "./figures.ts";
import type { Finding } from "./finding.ts";
import type { Locate } from "./locate.ts";
import { lostUnits } from "./lost-unit.ts";
import { createHideNames } from "./names.ts";
import { typedInStyle } from "./styles.ts";
import { typedInTemplate } from "./templates.ts";
import { typographyOf } from "./typography.ts";

/** What the lints look at. */
export interface LintRequest {
  readonly report: Pick<Report, "editions" | "figures" | "labels" | "locales" | "styles" | "templates">;
  readonly sources: Sources;
  readonly locate: Locate;
}

/** Figures typed outside the data, in texts, templates and style sheets, and declared names that nothing uses. No exceptions: a name is declared. */
export function lintFigures({ report, sources, locate }: LintRequest): Diagnostic[] {
  const { figures, labels, locales, styles, templates } = report;
  const source: ReadonlyMap<string, Text> = locales.get(SOURCE_LANGUAGE)?.texts ?? new Map();
  const inTexts = [...locales.values()].flatMap((locale) => {
    const hideNames = createHideNames([...locale.names, ...locale.phrases]);
    const lint: FigureLint = { locale, hideNames, labels, locate, figures, source };
    const ofText = (text: Text) => [...typedFigures(text, lint), ...lostUnits(text, lint)];
    return [...textsOf(locale).flatMap(ofText), ...staleNames(locale, sources)];
  });
  const inStyles = [...styles].flatMap(([file, source]) => typedInStyle(file, source));
  return [...inTexts, ...[...templates.values()].flatMap(typedInTemplate), ...inStyles];
}

/** Typographic slips in all texts of all languages. */
export function lintTypography({ report, locate }: LintRequest): Finding[] {
  return [...report.locales.values()].flatMap((locale) => {
    const state = report.editions.get(locale.language) ?? "draft";
    return textsOf(locale).flatMap((text) => typographyOf(text, { locale, state, locate }));
  });
}

function textsOf({ texts }: Locale): Text[] {
  return [...texts.values()];
}
