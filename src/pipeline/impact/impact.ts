import type { Edition } from "../../model/edition.ts";
import type { Language } from "../../model/language.ts";

export type {
  CheckImpact,
  ExhibitImpact,
  FigureImpact,
  Impact,
  TextImpact,
  WordingChange,
} from "../../model/impact.ts";

/** An edition as released and as it would be now. */
export interface EditionPair {
  readonly language: Language;
  readonly before: Edition;
  readonly after: Edition;
  /** Page labels of the last release by text key and exhibit id. */
  readonly pages: ReadonlyMap<string, string>;
}
