import type { Figure } from "../../../model/figure.ts";
import { plainText } from "../../../model/inline.ts";
import { normalized } from "../../reading/normalize.ts";
import type { NumberReader } from "../numbers.ts";
import { ownValue } from "../prose.ts";
import { type ChartContents, type ChartSource, chartPrint, statedBy } from "./entries.ts";
import type { Problem } from "./names.ts";
import { stated } from "./pieces.ts";
import { type Statement, type Statements, statementsOf } from "./statements.ts";
import { hiding, type Name, type TextNumber, tokensOf } from "./tokens.ts";

/**
 * Proves a chart’s alternative text as the PDF has it: it is the edition’s, has the chart’s title, and each number in it is, in
 * the edition’s form, the figure of the rows named before it; each column’s highest and lowest values and its whole are told.
 */
export function alternativeProblems(
  alt: string | undefined,
  contents: ChartContents,
  source: ChartSource,
  read: NumberReader,
): Problem[] {
  const { view, texts } = source;
  const { language } = view;
  const [found, wanted] = [normalized(alt ?? "", language), normalized(view.alt, language)];
  const different =
    found === wanted
      ? []
      : [{ code: "alt-differs", message: `should have the alternative text “${wanted}” and has “${found}”` }];
  const title = normalized(plainText(texts.get(view.title)?.nodes ?? []), language);
  const untitled = found.includes(title)
    ? []
    : [{ code: "alt-differs", message: `does not give its title “${title}” in its alternative text` }];
  const rest = found.replace(title, hiding);
  const statements = statementsOf(tokensOf(rest, contents, language, read), contents);
  const told = figuresIn(statements, contents, source);
  const lacking = view.completeness === "none" ? [] : untold(contents, told.figures);
  return [...different, ...untitled, ...told.problems, ...lacking];
}

interface Told {
  readonly figures: ReadonlySet<Figure>;
  readonly problems: readonly Problem[];
}

/** Holds each number of an alternative text against the figures of the names before it. */
function figuresIn(
  { statements, left }: Statements,
  contents: ChartContents,
  { locale, view }: ChartSource,
): Told {
  const figures = new Set<Figure>();
  const problems: Problem[] = [];
  const shows = (token: TextNumber, figure: Figure) =>
    stated(token.number) === statedBy(figure) &&
    normalized(token.text, locale.language) === normalized(chartPrint(figure, locale), locale.language);
  for (const statement of statements) {
    const { names, number } = statement;
    const wanted = names.map((name) => figuresFor(name, statement, contents));
    const met = wanted.map((candidates) => candidates.find((figure) => shows(number, figure)));
    const wrong = met.indexOf(undefined);
    for (const figure of met) if (figure) figures.add(figure);
    if (names.length === 0 || wrong >= 0)
      problems.push(wrongNumber(number.text, names[wrong], wanted[wrong]?.[0], locale));
  }
  return { figures, problems: [...problems, ...missingProblems(left, contents, view)] };
}

/** The names at the end are those of what is missing. In a chart of several rows and columns a name alone does not tell which. */
function missingProblems(
  names: readonly Name[],
  { rows, columns }: ChartContents,
  { missing, language }: ChartSource["view"],
): Problem[] {
  if (rows.length > 1 && columns.length > 1) return [];
  const [found, wanted] = [
    names.map(({ text }) => text).join(", "),
    missing.map((name) => normalized(name, language)).join(", "),
  ];
  if (found === wanted) return [];
  const message = `says of “${found}” in its alternative text that it is missing, expected “${wanted}”`;
  return [{ code: "alt-figure", message }];
}

/** The figures that may be told for a name: one, but for the wholes of a chart that names its columns. */
function figuresFor(
  name: Name,
  { column, beside }: Pick<Statement, "column" | "beside">,
  { entries, wholes }: ChartContents,
): Figure[] {
  if (name.of === "whole")
    return wholes
      .filter((whole) => !beside && (column === null || whole.column === column))
      .map(({ figure }) => figure);
  const entry = entries.find((one) =>
    name.of === "column" ? one.column.id === name.id : one.row.id === name.id && one.column.id === column,
  );
  return [(beside ? entry?.beside : entry?.figure) ?? []].flat();
}

function wrongNumber(
  text: string,
  name: Name | undefined,
  figure: Figure | undefined,
  locale: ChartSource["locale"],
): Problem {
  const wanted = figure ? `${figure.ref} (${chartPrint(figure, locale)})` : "none";
  return {
    code: "alt-figure",
    message: `tells “${text}”${name ? ` for ${name.text}` : ""} in its alternative text, expected ${wanted}`,
  };
}

/** Of each column the highest and the lowest values and the whole must be told. */
function untold({ entries, columns, rows, wholes }: ChartContents, told: ReadonlySet<Figure>): Problem[] {
  const toldValues = new Set([...told].map((figure) => figure.value?.toFixed()));
  const groups =
    rows.length > 1 ? columns.map(({ id }) => entries.filter((e) => e.column.id === id)) : [entries];
  const ends = groups.flatMap((group) => {
    const sorted = group
      .flatMap(({ figure }) => figure ?? [])
      .sort((a, b) => (a.value && b.value ? a.value.cmp(b.value) : 0));
    return [sorted.at(-1), sorted[0]].flatMap((end) => end ?? []);
  });
  const needed = [...ends, ...wholes.map(({ figure }) => figure)];
  return [...new Set(needed)]
    .filter(({ value }) => !toldValues.has(value?.toFixed()))
    .map((figure) => ({
      code: "alt-figure",
      message: `does not tell ${figure.ref} (${ownValue(figure)}) in its alternative text`,
    }));
}
