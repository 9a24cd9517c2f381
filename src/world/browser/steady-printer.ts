import { BrowserFault, type Printer, type PrintOptions, type PrintPage } from "../../print/printer.ts";
import { openPrinter, type PrinterOptions } from "./chromium-printer.ts";
import { type Host, thisHost } from "./host.ts";
import { createQueue } from "./queue.ts";

/** Options of a steady printer. */
export interface SteadyOptions extends PrinterOptions {
  /** Is told why another browser is started. */
  readonly onRestart?: (fault: BrowserFault) => void;
}

/**
 * A printer that starts another browser when one ends while it is needed, once: a browser that was killed or ran out of memory may do better
 * the second time, and prints the same bytes. What another try cannot help is not tried again: a document that is refused, a font that
 * does not load, a browser that takes too long.
 */
export async function openSteadyPrinter(
  { onRestart = () => undefined, ...options }: SteadyOptions = {},
  host: Host = thisHost(),
): Promise<Printer & { readonly atOnce: number }> {
  const first = await openPrinter(options, host);
  let current: Printer = first;
  let second: Promise<Printer> | undefined;
  let closed = false;
  /** The browser after the one that ended; none after the second, nor when all is over. */
  const replace = (ended: Printer, fault: BrowserFault): Promise<Printer> => {
    if (closed || (second !== undefined && ended !== first)) throw fault;
    second ??= first.close().then(() => {
      onRestart(fault);
      return openPrinter(options, host);
    });
    return second.then((printer) => {
      current = printer;
      return printer;
    });
  };
  return {
    atOnce: first.atOnce,
    open: (html) => steadyPage(html, () => current, replace),
    version: () => current.version(),
    close: async () => {
      closed = true;
      await Promise.all([first.close(), second?.then((printer) => printer.close()).catch(() => undefined)]);
    },
  };
}

type Replace = (ended: Printer, fault: BrowserFault) => Promise<Printer>;

/** A page that is loaded again, as it was filled, when its browser has been replaced. */
async function steadyPage(html: string, printerNow: () => Printer, replace: Replace): Promise<PrintPage> {
  const filled = new Map<string, string>();
  let printer = printerNow();
  const load = async (): Promise<PrintPage> => {
    const page = await printer.open(html);
    if (filled.size > 0) await page.fill(filled);
    return page;
  };
  const again = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof BrowserFault) || cause.code !== "browser-crashed") throw cause;
      printer = await replace(printer, cause);
      page = await load();
      return work();
    }
  };
  let page: PrintPage | undefined;
  const opened = async () => {
    page ??= await load();
    return page;
  };
  const { underlined } = await again(opened);
  const inTurn = createQueue();
  const fill = async (slots: ReadonlyMap<string, string>) => {
    await again(async () => (await opened()).fill(slots));
    for (const [id, text] of slots) filled.set(id, text);
  };
  return {
    underlined,
    fill: (slots) => inTurn(() => fill(slots)),
    print: (options?: PrintOptions) => inTurn(() => again(async () => (await opened()).print(options))),
    close: async () => page?.close(),
  };
}
