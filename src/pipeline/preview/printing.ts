import { editionFile } from "../../deliver/deliver.ts";
import { hasErrors } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import type { PrintMessage } from "../../preview/messages.ts";
import { type BuildWorld, build } from "../build.ts";
import type { Progress } from "../progress.ts";
import { STAGES, type Stage, stageNumber } from "../stages.ts";

/** What is printed for a preview. */
export interface PrintingRequest {
  readonly year: number;
  readonly draft: boolean;
  readonly world: Omit<BuildWorld, "progress">;
  readonly tell: (message: PrintMessage) => void;
}

/** Makes PDFs for a preview, one at a time, as `whitepaper build` does. */
export interface Printing {
  /** Begins; false while another one is made. */
  readonly begin: (language: Language) => boolean;
  /** The file that was written last for an edition, with its bytes. */
  readonly written: (language: Language) => Promise<{ name: string; bytes: Uint8Array } | null>;
  /** Resolves when nothing is being made any more. */
  readonly idle: () => Promise<void>;
}

/** Printing with a browser that stays open between prints. */
export function createPrinting(request: PrintingRequest): Printing {
  const files = new Map<Language, string>();
  let running: Promise<void> | null = null;
  return {
    begin: (language) => {
      if (running) return false;
      running = make(request, language, files).finally(() => {
        running = null;
      });
      return true;
    },
    written: async (language) => {
      const file = files.get(language);
      const bytes = file === undefined ? null : await request.world.output.read(file);
      return bytes && { name: file?.replace(/^.*\//, "") ?? "", bytes };
    },
    idle: async () => running ?? undefined,
  };
}

async function make(
  request: PrintingRequest,
  language: Language,
  files: Map<Language, string>,
): Promise<void> {
  const { year, draft, world, tell } = request;
  const message = (over: Partial<PrintMessage>): PrintMessage => ({
    language,
    status: "running",
    stage: "",
    done: 0,
    of: STAGES.length,
    file: null,
    problems: [],
    ...over,
  });
  try {
    const progress = telling((over) => tell(message(over)));
    const result = await build(
      { year, languages: [language], draft, conformance: null },
      { ...world, progress },
    );
    const finished = result.editions.find((edition) => edition.language === language)?.finished;
    if (!finished) {
      const errors = result.diagnostics.filter((found) => hasErrors([found]));
      tell(
        message({
          status: "failed",
          problems: errors.map(({ message: words, file, line }) => `${file ?? ""}:${line ?? ""} ${words}`),
        }),
      );
      return;
    }
    const file = editionFile(year, language, finished.state);
    files.set(language, file);
    tell(message({ status: "done", done: STAGES.length, file }));
  } catch (cause) {
    // A browser that does not start, a disk that is full: the preview goes on.
    tell(message({ status: "failed", problems: [cause instanceof Error ? cause.message : String(cause)] }));
  }
}

/** A progress that tells a page which stage is under way. */
function telling(tell: (over: Pick<PrintMessage, "stage" | "done">) => void): Progress {
  const title = (stage: Stage) => `[${stageNumber(stage)}/${STAGES.length}] ${stage}`;
  return {
    begin: (stage) => tell({ stage: title(stage), done: stageNumber(stage) - 1 }),
    end: (stage) => tell({ stage: title(stage), done: stageNumber(stage) }),
    report: () => undefined,
  };
}
