import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Column, Dimension } from "../../model/report.ts";
import type { Csv } from "../readers/csv.ts";
import type { ReportFile } from "../schemas/report.ts";
import type { Structure } from "../structure.ts";

/** A table as `report.yaml` declares it. */
export type TableInput = ReportFile["tables"][string];

/** What the reader of one table needs at every step. */
export interface Reading {
  readonly id: string;
  readonly input: TableInput;
  readonly structure: Structure;
  readonly csv: Csv;
  readonly dimension: Dimension | null;
  readonly columns: readonly Column[];
  readonly diagnostics: Diagnostic[];
}
