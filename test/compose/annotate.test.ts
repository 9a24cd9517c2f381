import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { compose } from "../../src/compose/compose.ts";
import { gather } from "../../src/gather/gather.ts";
import { printedFigures } from "../../src/model/inline.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { ENGINE, libraries, YEAR } from "../support/report.ts";

async function composed(annotate: boolean) {
  const { report } = check(await gather({ year: YEAR, content: libraries(), engine: ENGINE }));
  if (!report) throw new Error("the report cannot be read");
  const edition = resolve(report, "ja");
  const charts = new Map(
    [...edition.charts.keys()].map((id) => [
      id,
      { id, svg: `<svg aria-label="${id}"/>`, width: 1, height: 1 },
    ]),
  );
  const { chapters, templates, styles } = report;
  const request = { edition, chapters, charts, templates, styles, revision: null, corrections: [] };
  const { composition, diagnostics } = compose({ ...request, annotate });
  if (!composition) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { edition, composition };
}

const values = (html: string, name: string) => [
  ...new Set([...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value)),
];

test("an annotated document names every printed text, figure, table and chart", async () => {
  const { edition, composition } = await composed(true);
  const shown = composition.blocks.flatMap(({ figures }) => figures ?? []).map(({ ref }) => ref);
  const printed = values(composition.html, "data-text").flatMap((key) =>
    printedFigures(edition.texts.get(key)?.nodes ?? []).map(({ ref }) => ref),
  );
  expect(printed.length).toBeGreaterThan(5);
  expect(values(composition.html, "data-figure").sort()).toEqual([...new Set(shown)].sort());
  expect(values(composition.html, "data-figure")).toEqual(expect.arrayContaining(printed));
  expect(values(composition.html, "data-chart").sort()).toEqual([...edition.charts.keys()].sort());
  expect(values(composition.html, "data-table")).toEqual(
    values(composition.html, "id").flatMap((id) => (id.startsWith("table-") ? [id.slice(6)] : [])),
  );
});

test("without the marks it is the document that is printed", async () => {
  const [{ composition: plain }, { composition: marked }] = await Promise.all([
    composed(false),
    composed(true),
  ]);
  expect(plain.html).not.toMatch(/ data-/);
  const words = (html: string) => html.replace(/<[^>]*>/g, "");
  expect(words(marked.html)).toBe(words(plain.html));
  expect(marked.entries.map(({ id }) => id)).toEqual(plain.entries.map(({ id }) => id));
});
