import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import type { EditionResult } from "../../pipeline/edition.ts";
import type { HelperTask } from "../../pipeline/helper.ts";
import type { Stage } from "../../pipeline/stages.ts";
import type { BrowserFaultInput, PrintOptions } from "../../print/printer.ts";

/** Where a helper finds what it needs of the disk. */
export interface HelperFolders {
  /** Root of the output folder, which holds the cache. */
  readonly output: string;
  /** Whether earlier results may be used, and new ones kept. */
  readonly caching: boolean;
}

/** What a helper is told: the report (packed), then the editions to build, and answers of the browser. */
export type ToHelper =
  | { readonly kind: "task"; readonly task: Omit<HelperTask, "printer" | "progress"> }
  | { readonly kind: "build"; readonly language: Language }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer };

/** What the browser is asked for; pages are called by number. */
export type Question =
  | { readonly ask: "version" }
  | { readonly ask: "open"; readonly html: string }
  | { readonly ask: "fill"; readonly page: number; readonly slots: ReadonlyMap<string, string> }
  | { readonly ask: "print"; readonly page: number; readonly options: PrintOptions }
  | { readonly ask: "close"; readonly page: number };

/** What came of a question. */
export type Answer = { readonly value: unknown } | { readonly failure: Failure };

/** An error on its way to another thread: classes do not arrive as such. */
export interface Failure {
  readonly message: string;
  readonly stack: string;
  /** Present where it is the browser's fault. */
  readonly fault?: Omit<BrowserFaultInput, "cause">;
  /** Code of the operating system's errors. */
  readonly code?: string;
}

/** What a helper tells: progress, questions to the browser, and what came of the editions. */
export type FromHelper =
  | { readonly kind: "begin"; readonly stage: Stage; readonly language?: Language | undefined }
  | {
      readonly kind: "end";
      readonly stage: Stage;
      readonly milliseconds: number;
      readonly language?: Language | undefined;
      readonly remark?: string | undefined;
    }
  | { readonly kind: "report"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "question"; readonly id: number; readonly question: Question }
  | { readonly kind: "composed"; readonly language: Language }
  | { readonly kind: "result"; readonly language: Language; readonly result: EditionResult }
  | { readonly kind: "failed"; readonly language: Language; readonly failure: Failure };
