import type { Language } from "../../model/language.ts";
import type { Desk } from "../../preview/desk.ts";
import type { Printer } from "../../print/printer.ts";
import type { BuildWorld } from "../build.ts";
import type { Cache } from "../cache/store.ts";
import type { Progress } from "../progress.ts";
import { deskOf } from "./desk.ts";
import { createHub, type Hub } from "./hub.ts";
import { createPrinting } from "./printing.ts";
import { printedFonts, proveSheets } from "./proof.ts";
import { openSession, type PreviewSession, type SessionWorld } from "./session.ts";

/** What a preview may touch of the world. */
export interface PreviewWorld extends Omit<BuildWorld, "progress" | "tools"> {
  readonly tools: string;
  readonly breathe: () => Promise<void>;
  /** Runs the latest work when nothing new has come for a while; work that is overtaken is never run. */
  readonly whenQuiet: (work: () => void) => void;
}

/** Which report is previewed. */
export interface PreviewRequest {
  readonly year: number;
  readonly draft: boolean;
}

/** A preview: a desk for its pages, and what it is told of changed files. */
export interface Preview {
  readonly desk: Desk;
  readonly refresh: (paths?: Iterable<string>) => Promise<void>;
  readonly state: PreviewSession["state"];
  /** Ends the browser, if there is one. */
  readonly close: () => Promise<void>;
}

/** A preview of a report; nothing is read before its first refresh, and no browser runs before it is needed. */
export function createPreview(request: PreviewRequest, world: PreviewWorld): Preview {
  const { year, draft } = request;
  const reading: SessionWorld = { ...world, cache: inMemory(world.cache), readFont: once(world.readFont) };
  const session = openSession(request, reading, (event) => {
    hub.tell({ event });
    if (event === "checked")
      world.whenQuiet(() => void prove({ session, hub, world: reading, printer: browser.printer }));
  });
  const hub = createHub((languages) => {
    session.watch(languages);
    if (languages.length > 0)
      world.whenQuiet(() => void prove({ session, hub, world: reading, printer: browser.printer }));
  });
  const browser = keptBrowser(world.openPrinter);
  const openPrinter = async () => ({ ...(await browser.printer()), close: async () => undefined });
  const printing = createPrinting({
    year,
    draft,
    world: { ...world, tools: async () => world.tools, openPrinter },
    tell: (message) => hub.tell({ event: "print", message }),
  });
  return {
    desk: {
      ...deskOf(session, year),
      fonts: async (language) => {
        const { good } = session.state();
        const shown = await session.edition(language);
        const silent = { ...reading, progress: SILENT };
        return good && shown && printedFonts({ report: good.report, shown, world: silent });
      },
      print: printing.begin,
      pdf: printing.written,
      listen: hub.listen,
    },
    refresh: session.refresh,
    state: session.state,
    close: browser.close,
  };
}

const SILENT: Progress = { begin: () => undefined, end: () => undefined, report: () => undefined };

interface Proving {
  readonly session: PreviewSession;
  readonly hub: Hub;
  readonly world: SessionWorld;
  readonly printer: () => Promise<Printer>;
}

/** Prints what is looked at, to tell whether its pages are the printed ones. Without a browser the pages are shown all the same. */
async function prove({ session, hub, world, printer }: Proving): Promise<void> {
  for (const language of hub.watched()) {
    const { good, checked, broken } = session.state();
    const shown = await session.edition(language);
    if (!good || !shown || !checked || broken) return;
    const proof = { report: good.report, shown, world: { ...world, progress: SILENT } };
    try {
      const message = await proveSheets({ ...proof, printer: await printer() });
      if (message) hub.tell({ event: "pages", message });
    } catch {
      // The proof is an extra: where it fails, printing tells why.
      return;
    }
  }
}

/** One browser for all prints, started when the first is wanted, and again when it has ended. */
function keptBrowser(open: () => Promise<Printer>) {
  let printer: Promise<Printer> | null = null;
  return {
    printer: () => {
      printer ??= open().catch((cause: unknown) => {
        printer = null;
        throw cause;
      });
      return printer;
    },
    close: async () => {
      const running = await printer?.catch(() => null);
      await running?.close();
    },
  };
}

/** A preview may run for days. */
const MOST_KEPT = 300;

/** The cache of builds, with what this preview makes kept in memory instead of on disk. */
function inMemory(disk: Cache): Cache {
  const kept = new Map<string, Uint8Array>();
  const keep = (kind: string, key: string, payload: Uint8Array) => {
    kept.set(`${kind}/${key}`, payload);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  };
  return {
    get: async (kind, key) => kept.get(`${kind}/${key}`) ?? disk.get(kind, key),
    put: async (kind, key, payload) => keep(kind, key, payload),
    putAll: async (kind, entries) => {
      for (const [key, payload] of entries) keep(kind, key, payload);
    },
  };
}

/** Fonts are read once: drawing a chart measures its words. */
function once<K, V>(read: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>();
  return (key) => {
    const kept = known.get(key) ?? read(key);
    known.set(key, kept);
    return kept;
  };
}

/** The languages of a preview that begins with none in particular: the report's first. */
export function firstLanguages(preview: Preview, wanted: readonly Language[] | null): readonly Language[] {
  const [first] = preview.state().good?.report.editions.keys() ?? [];
  return wanted ?? (first ? [first] : []);
}
