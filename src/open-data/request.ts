import type { Edition } from "../model/edition.ts";
import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";

/** What open data are made from. */
export interface DataRequest {
  readonly report: Report;
  /** The report in each of its languages, in the report's order; at least one. */
  readonly editions: ReadonlyMap<Language, Edition>;
  /** The data are not to be relied on: a draft was asked for, or no edition is released. */
  readonly draft: boolean;
}
