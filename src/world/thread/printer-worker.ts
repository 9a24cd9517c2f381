import { workerData } from "node:worker_threads";
import type { OpenOptions, Printer, PrintOptions, PrintPage } from "../../print/printer.ts";
import { createTurns } from "../../print/turns.ts";
import { thisHost } from "../browser/host.ts";
import { openSteadyPrinter } from "../browser/steady-printer.ts";
import { answerOrders, say } from "./answers.ts";

/** What the thread that prints is told when it starts. */
export interface Told {
  /** Folder for temporary files. */
  readonly temp: string;
  /** Where the number of the browser's process is kept; 0 when there is none. */
  readonly processId: Int32Array;
}

/** What is asked of it. Documents have numbers, given by who asks. */
export type Work =
  | { readonly kind: "start" }
  | {
      readonly kind: "open";
      readonly page: number;
      readonly html: string;
      readonly options: OpenOptions | undefined;
    }
  | { readonly kind: "underlined"; readonly page: number }
  | { readonly kind: "fill"; readonly page: number; readonly slots: ReadonlyMap<string, string> }
  | { readonly kind: "print"; readonly page: number; readonly options: PrintOptions | undefined }
  | { readonly kind: "leave"; readonly page: number }
  | { readonly kind: "close" };

/** What it says when the browser has been started. */
export interface Started {
  readonly version: string;
  readonly atOnce: number;
}

/** What it says unasked: which browser is about to be started, or why another one is. */
export type News =
  | { readonly kind: "found"; readonly version: string }
  | { readonly kind: "restart"; readonly message: string };

const tell = (news: News): void => say(news);

const { temp, processId } = (workerData as { readonly told: Told }).told;

const printer: Promise<Printer & { readonly atOnce: number }> = openSteadyPrinter(
  {
    onProcess: (id) => Atomics.store(processId, 0, id ?? 0),
    onFound: (version) => tell({ kind: "found", version }),
    onRestart: ({ message }) => tell({ kind: "restart", message }),
  },
  { ...thisHost(), temp },
);
printer.catch(() => undefined);

const places = printer.then(({ atOnce }) => ({ brief: createTurns(1), long: createTurns(atOnce) }));
places.catch(() => undefined);
const pages = new Map<number, { readonly page: Promise<PrintPage>; readonly leave: () => void }>();

const WORK: { [Kind in Work["kind"]]: (work: Extract<Work, { kind: Kind }>) => unknown } = {
  start: async (): Promise<Started> => {
    const { version, atOnce } = await printer;
    return { version: await version(), atOnce };
  },
  open: ({ page, html, options }) => open(page, html, options),
  underlined: async ({ page }) => (await shown(page)).underlined(),
  fill: async ({ page, slots }) => (await shown(page)).fill(slots),
  print: async ({ page, options }) => print(page, options),
  leave: ({ page }) => leave(page),
  close: async () => {
    await (await printer).close();
    Atomics.store(processId, 0, 0);
  },
};

answerOrders((work: Work) => WORK[work.kind](work as never));

/** Loads a document as soon as the browser has a place for it. */
async function open(number: number, html: string, { brief = false }: OpenOptions = {}): Promise<void> {
  const place = places.then((free) => (brief ? free.brief : free.long).take());
  const page = place.then(async () => (await printer).open(html));
  page.catch(() => undefined);
  const leave = () => void place.then((end) => end()).catch(() => undefined);
  pages.set(number, { page, leave });
  await page;
}

async function print(number: number, options: PrintOptions | undefined): Promise<Uint8Array> {
  try {
    return await (await shown(number)).print(options);
  } finally {
    // Who asked may have no time for the answer yet, and others wait for the page.
    if (options?.last) leave(number);
  }
}

function shown(number: number): Promise<PrintPage> {
  const known = pages.get(number);
  if (!known) throw new Error(`no document ${number} is open`);
  return known.page;
}

function leave(number: number): void {
  const known = pages.get(number);
  pages.delete(number);
  // Nobody has to wait for it: what comes next takes the page as it is, or another one.
  void known?.page
    .then((page) => page.close())
    .catch(() => undefined)
    .then(known.leave);
}
