import type { Figure } from "../model/figure.ts";
import { readReferences } from "../model/released.ts";
import type { Report } from "../model/report.ts";
import { labelColumns } from "./code-lists.ts";
import { FIGURE_KEYS, figureColumns, sourcesOf } from "./observation.ts";
import { quotations } from "./quotations.ts";
import type { DataRequest } from "./request.ts";
import { type DataColumn, type TableResource, tabulated } from "./resource.ts";
import type { DataWords } from "./words.ts";

/** Name of the resource and of the sheet with the indicators. */
export const INDICATORS = "indicators";

/** Name of the resource and of the sheet with the figures computed from others. */
export const DERIVED = "derived";

/** Name of a table's resource and sheet: its id, unless another has that name. */
export function tableName(id: string): string {
  return id === INDICATORS || id === DERIVED ? `table-${id}` : id;
}

/** The indicators, and the figures that are computed from others, each with the sentence that quotes it in each language. */
export function indicatorResources(request: DataRequest, words: readonly DataWords[]): TableResource[] {
  const { report } = request;
  const said = [...request.editions.values()].map((edition) => quotations(edition));
  const derived = derivedFigures(report);
  return [
    resource(INDICATORS, indicatorFigures(report), { report, words, said }),
    ...(derived.length > 0 ? [resource(DERIVED, derived, { report, words, said })] : []),
  ];
}

/** The figures that are indicators, in file order. */
export function indicatorFigures({ indicators, figures }: Report): Figure[] {
  return indicators.flatMap((ref) => figures.get(ref) ?? []);
}

/** The figures that were computed from others of this report; those of the year before are not among them. */
export function derivedFigures(report: Report): Figure[] {
  const read = readReferences(report);
  return [...report.figures.values()].filter(({ ref }) => !read.has(ref) && !ref.startsWith("previous."));
}

interface Said {
  readonly report: Report;
  readonly words: readonly DataWords[];
  /** What quotes each figure, in the order of the languages. */
  readonly said: readonly ReturnType<typeof quotations>[];
}

function resource(name: string, figures: readonly Figure[], { report, words, said }: Said): TableResource {
  const columns: DataColumn<Figure>[] = [
    {
      field: { name: "indicator", type: "string", constraints: { required: true, unique: true } },
      value: ({ ref }) => ref,
    },
    ...figureColumns<Figure>((figure) => figure, true),
    ...labelColumns<Figure>("quoted", words, (own, { ref }) => said[words.indexOf(own)]?.get(ref) ?? ""),
  ];
  return {
    name,
    path: `${name}.csv`,
    titles: Object.fromEntries(words.map(({ language, label }) => [language, label("indicatorsOf")])),
    ...tabulated(columns, figures),
    primaryKey: ["indicator"],
    foreignKeys: FIGURE_KEYS,
    sources: sourcesOf(report, figures),
    charts: [],
  };
}
