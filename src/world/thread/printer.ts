import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Printer, PrintPage } from "../../print/printer.ts";
import { killGroup } from "../browser/kill.ts";
import { removeSessionNow, sessionName } from "../browser/session-folder.ts";
import { temporaryTrouble } from "../trouble.ts";
import type { News, Started, Told, Work } from "./printer-worker.ts";
import { openThread, type Thread } from "./thread.ts";

/** MiB for young objects: documents and prints pass through. */
const YOUNG = 32;

/** How long an orderly end may take, in milliseconds: less than a process has that is told to end. */
const PATIENCE = 1_200;

/** Options of a printer in a thread. */
export interface ThreadPrinterOptions {
  /** Is told the version of each browser that answered, before it is started. */
  readonly onFound?: ((version: string) => void) | undefined;
  /** Is told why another browser is started. */
  readonly onRestart: (message: string) => void;
}

/**
 * A steady printer (`steady-printer.ts`) in a thread of its own. Each print takes some questions and answers, and a browser's start takes ten: they do
 * not wait until our own thread has time. What is asked of a page is sent at once, so that a document that cannot be loaded is told of when it is printed.
 */
export async function openThreadPrinter({ onFound, onRestart }: ThreadPrinterOptions): Promise<Printer> {
  const { told, forget } = leftovers();
  const thread = openThread<Work>({
    name: "printer",
    young: YOUNG,
    told,
    patience: PATIENCE,
    onNews: (said) => {
      const news = said as News;
      if (news.kind === "found") onFound?.(news.version);
      else onRestart(news.message);
    },
  });
  const end = async () => {
    await thread.end();
    forget();
  };
  const { version, atOnce } = await thread.ask<Started>({ kind: "start" }).catch(async (cause) => {
    await end();
    throw cause;
  });
  let last = 0;
  return {
    atOnce,
    version: async () => version,
    open: async (html, options) => {
      last++;
      // Whoever prints it is told what is wrong with it.
      thread.ask({ kind: "open", page: last, html, options }).catch(() => undefined);
      return pageOf(last, thread);
    },
    close: async () => {
      await thread.ask({ kind: "close" }).catch(() => undefined);
      await end();
    },
  };
}

function pageOf(page: number, thread: Thread<Work>): PrintPage {
  return {
    underlined: () => thread.ask({ kind: "underlined", page }),
    fill: (slots) => thread.ask({ kind: "fill", page, slots }),
    print: (options) => thread.ask({ kind: "print", page, options }),
    close: () => thread.ask<void>({ kind: "leave", page }).catch(() => undefined),
  };
}

interface Leftovers {
  readonly told: Told;
  /** Nothing is left. */
  readonly forget: () => void;
}

/** What is left of a thread when the process exits before it could end: it is not asked any more then. */
function leftovers(): Leftovers {
  const temp = join(tmpdir(), sessionName());
  const processId = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const leave = () => {
    const id = Atomics.load(processId, 0);
    if (id > 0) killGroup(id);
    removeSessionNow(temp);
  };
  process.once("exit", leave);
  try {
    mkdirSync(temp, { mode: 0o700 });
  } catch (cause) {
    throw temporaryTrouble(tmpdir(), cause);
  }
  return {
    told: { temp, processId },
    forget: () => {
      process.off("exit", leave);
      leave();
    },
  };
}
