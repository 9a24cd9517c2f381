import { expect } from "vitest";
import { attribute, unescapeHtml } from "../../../src/compose/html-tokens.ts";
import { LANGUAGES, type Language } from "../../../src/model/language.ts";
import { proveChart } from "../../../src/preflight/parity/charts.ts";
import { createNumberReader } from "../../../src/preflight/parity/numbers.ts";
import { soundReport } from "../../faults/campaigns.ts";
import { drawnLines } from "../../faults/drawn-lines.ts";
import { type ComposedEdition, composeLibraries } from "../libraries.ts";
import { block, complaints, element, found, line } from "../sample.ts";

const { report } = await soundReport();
const editions = new Map<Language, ComposedEdition>();
for (const language of LANGUAGES) editions.set(language, await composeLibraries(report, language));

/** The drawings of an edition of the 2021 report by the ids of their charts. */
export function drawings(language: Language): Map<string, string> {
  const { html, blocks } = composed(language).composition;
  const svgs = [...html.matchAll(/<svg [^>]*role="img"[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
  const ids = blocks.filter(({ role }) => role === "chart").map(({ id }) => id ?? "");
  return new Map(ids.map((id, index) => [id, svgs[index] ?? ""]));
}

function composed(language: Language): ComposedEdition {
  const edition = editions.get(language);
  if (!edition) throw new Error(`no edition in ${language}`);
  return edition;
}

/** What is done to a chart before it is proven. */
export interface Case {
  readonly language?: Language;
  /** Changes the drawing as the PDF shows it. */
  readonly tamper?: (svg: string) => string;
  /** Whether the engine believes in the changed alternative text. */
  readonly engine?: boolean;
}

/** Proves one of its charts: gives “code: message” of each fault, and the figures proven. */
export function prove(id: string, { language = "en", tamper, engine = false }: Case = {}) {
  const sound = drawings(language).get(id) ?? "";
  const svg = tamper?.(sound) ?? sound;
  if (tamper && svg === sound) throw new Error("nothing was changed");
  const { edition } = composed(language);
  const [view, spec, locale] = [edition.charts.get(id), report.charts.get(id), report.locales.get(language)];
  if (!view || !spec || !locale) throw new Error(`no chart ${id}`);
  const alt = unescapeHtml(attribute(svg, "aria-label") ?? "");
  const lines = drawnLines(svg).map((drawn, index) => line(drawn.text, index, drawn));
  const list = complaints();
  const proven = proveChart(
    {
      expected: block("", { role: "chart" }),
      found: { ...found(lines), element: element("Figure", [], { alt }) },
    },
    { view: engine ? { ...view, alt } : view, spec, report, texts: edition.texts, locale },
    { figures: report.figures, read: createNumberReader(locale), complaints: list },
  );
  const faults = list
    .diagnostics()
    .map(({ code, message }) => `${code}: ${message.replace(/^.*?the chart /, "")}`);
  expect(proven === null).toBe(faults.length > 0);
  return { faults, proven };
}
