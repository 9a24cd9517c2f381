import Big from "big.js";
import { checksSchema } from "../../../src/check/identities/checks-schema.ts";
import { instancesOf } from "../../../src/check/identities/instances.ts";
import { judgeAll } from "../../../src/check/identities/results.ts";
import { parse } from "../../../src/check/readers/document.ts";
import { readYaml } from "../../../src/check/readers/yaml.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import type { Figure, Unit } from "../../../src/model/figure.ts";
import type { CheckResult } from "../../../src/model/identity.ts";
import type { Table } from "../../../src/model/report.ts";

const PIECE: Unit = { id: "piece", kind: "count", scale: 1 };

/** A table `t` of whole numbers with rows `r0`, `r1`, … and columns `c0`, `c1`, …; its figures are `t.r0.c0`. */
export function tableOf(cells: readonly (readonly number[])[]): Table {
  const columns = (cells[0] ?? []).map((_, index) => ({ id: `c${index}`, unit: PIECE, group: null }));
  const rows = cells.map((row, line) => {
    const figures = row.map((value, index) => figureOf(`t.r${line}.c${index}`, value, line + 2));
    return {
      code: `r${line}`,
      member: null,
      cells: new Map(figures.map((figure, index) => [`c${index}`, figure])),
      place: { file: "t.csv", line: line + 2 },
    };
  });
  return { id: "t", file: "t.csv", key: "key", dimension: null, columns, rows };
}

function figureOf(ref: string, value: number, line: number): Figure {
  const place = { file: "t.csv", line, path: ref };
  return {
    ref,
    value: new Big(value),
    date: null,
    places: 0,
    unit: PIECE,
    status: "normal",
    source: "sample",
    place,
  };
}

/** Judges checks, written as YAML, on one table. */
export function judged(yaml: string, table: Table): CheckResult[] {
  const diagnostics: Diagnostic[] = [];
  const document = readYaml({ path: "checks.yaml", text: yaml }, diagnostics);
  const file = document && parse(checksSchema, document, diagnostics);
  if (!document || !file) throw new Error(JSON.stringify(diagnostics));
  const figures = table.rows.flatMap(({ cells }) => [...cells.values()]);
  const world = {
    figures: new Map(figures.map((figure) => [figure.ref, figure])),
    tables: new Map([[table.id, table]]),
    dimensions: new Map(),
  };
  const instances = instancesOf(file, { document, world }, diagnostics);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return judgeAll(instances);
}
