import type { BrowserFaultInput, PrintOptions } from "../../print/printer.ts";

/** What the browser's thread is asked for; pages are called by number. */
export type Question =
  /** Name and version of the browser; it waits for the launch. */
  | { readonly ask: "version" }
  | { readonly ask: "open"; readonly html: string }
  | { readonly ask: "fill"; readonly page: number; readonly slots: ReadonlyMap<string, string> }
  | { readonly ask: "print"; readonly page: number; readonly options: PrintOptions }
  | { readonly ask: "close"; readonly page: number }
  /** Ends the browser in order, or at once: it removes what it left on disk either way. */
  | { readonly ask: "end" }
  | { readonly ask: "kill" };

/** What came of a question. */
export type Answer = { readonly value: unknown } | { readonly failure: Failure };

/** A question and its answer, told from others by a number. */
export interface Asked {
  readonly id: number;
  readonly question: Question;
}

/** An answer to the question of that number. */
export interface Answered {
  readonly id: number;
  readonly answer: Answer;
}

/** Told of a browser that ended and was started again: why. */
export interface Restarted {
  readonly restarted: string;
}

/** An error on its way to another thread: classes do not arrive as such. */
export interface Failure {
  readonly message: string;
  readonly stack: string;
  /** Present where it is the browser's fault. */
  readonly fault?: Omit<BrowserFaultInput, "cause">;
  /** Code of the operating system's errors. */
  readonly code?: string;
}
