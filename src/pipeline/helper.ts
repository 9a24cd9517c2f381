import type { Manifest } from "../deliver/deliver.ts";
import type { Conformance } from "../finish/request.ts";
import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import type { Printer } from "../print/printer.ts";
import type { EditionRun } from "./edition.ts";
import type { Progress } from "./progress.ts";

/** What a helper must be told once. */
export interface HelperTask {
  readonly report: Report;
  readonly previous: Manifest | null;
  readonly conformance: Conformance;
  readonly sourceDate: string | null;
  readonly tools: string;
  /** The browser that it prints with: there is one for all. */
  readonly printer: Promise<Printer>;
  readonly progress: Progress;
}

/** Another thread that builds editions: half of them, so that two processors are busy. What it makes is the same byte for byte. */
export interface EditionHelper {
  /** Gives it the report; then it builds editions. */
  start(task: HelperTask): (language: Language) => EditionRun;
  /** Ends it; may be called any number of times. */
  end(): Promise<void>;
}
