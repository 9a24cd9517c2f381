import type { EditionMessage } from "../messages.ts";
import { byId } from "./dom.ts";
import { createPane, type Pane } from "./pane.ts";
import { synchronise } from "./sync.ts";

/** What the desk tells the rest of the page. */
export interface DeskRequest {
  /** Asks the server for these editions. */
  readonly watch: (languages: readonly string[]) => void;
  /** A pane has come. */
  readonly opened: (pane: Pane) => void;
  /** A pane shows something else. */
  readonly changed: (places: readonly HTMLElement[]) => void;
  readonly moved: (pane: Pane) => void;
  /** Other editions are shown. */
  readonly arranged: (languages: readonly string[]) => void;
}

/** One pane, or two side by side. */
export interface Desk {
  readonly panes: () => readonly Pane[];
  readonly start: () => Promise<void>;
  /** Tells which editions there are. */
  readonly offer: (languages: readonly string[]) => void;
  readonly show: (language: string) => Promise<void>;
  readonly showBeside: (language: string) => Promise<void>;
  readonly toggleBeside: () => Promise<void>;
  readonly put: (message: EditionMessage) => void;
  readonly zoom: (step: -1 | 0 | 1) => void;
}

interface State {
  readonly panes: Pane[];
  /** Languages wanted in the panes, the first first. */
  wanted: string[];
  offered: readonly string[];
  /** Who waits for an edition to be shown. */
  readonly waiting: Map<string, () => void>;
  /** Resolves when all panes that were wanted so far are open. */
  opening: Promise<void>;
  zoom: number;
}

const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2];
/** Zoom that makes a sheet as wide as its pane. */
const FIT = 0;
/** Where the choice of editions is kept while the tab is open. */
const KEPT = "whitepaper-preview";

/** The desk in the element `desk`. */
export function createDesk(request: DeskRequest): Desk {
  const state: State = {
    panes: [],
    wanted: kept(),
    offered: [],
    waiting: new Map(),
    opening: Promise.resolve(),
    zoom: FIT,
  };
  const shownPanes = () => state.panes.slice(0, state.wanted.length);
  const align = synchronise(shownPanes);
  const want = async (languages: readonly string[]) => {
    state.wanted = [...languages];
    // One after the other: who presses a key twice does not get a third pane.
    state.opening = state.opening.then(() => openPanes(state, request));
    await state.opening;
    const shown = Promise.all(
      shownPanes().map((pane, index) => arrival(state, pane, languages[index] ?? "")),
    );
    arrange(state);
    request.arranged(state.wanted);
    request.watch(state.wanted);
    await shown;
    const [first] = state.panes;
    if (first && state.wanted.length > 1) align(first);
  };
  new ResizeObserver(() => scaleAll(state)).observe(byId("desk"));
  return {
    panes: shownPanes,
    start: () => want(state.wanted),
    offer: (languages) => {
      state.offered = languages;
      const possible = state.wanted.filter((language) => languages.includes(language));
      const [first] = languages;
      if ((possible.length < state.wanted.length || possible.length === 0) && first)
        void want(possible.length > 0 ? possible : [first]);
    },
    ...choices(state, want),
    put: (message) => put(message, state, request),
    zoom: (step) => {
      state.zoom = step === 0 ? FIT : stepped(scaleOf(state), step);
      scaleAll(state);
    },
  };
}

/** What asks for other editions. */
function choices(
  state: State,
  want: (languages: readonly string[]) => Promise<void>,
): Pick<Desk, "show" | "showBeside" | "toggleBeside"> {
  return {
    show: async (language) => {
      if (!state.offered.includes(language) || state.wanted[0] === language) return;
      const second = state.wanted[1];
      await want(
        second === undefined
          ? [language]
          : [language, second === language ? (state.wanted[0] ?? second) : second],
      );
    },
    showBeside: async (language) => {
      const [first = language] = state.wanted;
      if (state.offered.includes(language) && first !== language) await want([first, language]);
    },
    toggleBeside: async () => {
      const [first = "", second] = state.wanted;
      const other = state.offered.find((language) => language !== first);
      if (second !== undefined) await want([first]);
      else if (other !== undefined) await want([first, other]);
    },
  };
}

async function openPanes(state: State, request: DeskRequest): Promise<void> {
  while (state.panes.length < state.wanted.length) await openPane(state, request);
}

/** Shows as many panes as editions are wanted. */
function arrange(state: State): void {
  const { panes, wanted } = state;
  sessionStorage.setItem(KEPT, wanted.join(" "));
  byId("desk").dataset.panes = String(wanted.length);
  for (const [index, { frame, view }] of panes.entries()) {
    frame.parentElement?.toggleAttribute("hidden", index >= wanted.length);
    view.documentElement.toggleAttribute("data-beside", wanted.length > 1);
  }
  scaleAll(state);
}

function put(message: EditionMessage, state: State, { changed, moved }: DeskRequest): void {
  const index = state.wanted.indexOf(message.language);
  const pane = state.panes[index];
  if (!pane) return;
  const isNew = pane.language() !== message.language || pane.version() !== message.version;
  const places = isNew ? pane.show(message) : [];
  scale(pane, state.zoom);
  changed(places);
  if (index === 0) moved(pane);
  state.waiting.get(message.language)?.();
  state.waiting.delete(message.language);
}

/** Resolves when a pane shows an edition. */
function arrival({ waiting }: State, pane: Pane, language: string): Promise<void> {
  if (pane.language() === language) return Promise.resolve();
  return new Promise((resolve) => waiting.set(language, resolve));
}

async function openPane(state: State, { opened, moved }: DeskRequest): Promise<void> {
  const frame = document.createElement("iframe");
  frame.title = state.panes.length === 0 ? "The edition's pages" : "The pages of the edition beside";
  frame.src = "frame";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  const holder = document.createElement("div");
  holder.className = "pane";
  holder.append(frame);
  byId("desk").append(holder);
  await loaded;
  const pane = createPane(frame);
  state.panes.push(pane);
  opened(pane);
  if (state.panes.length === 1) pane.view.addEventListener("scroll", () => moved(pane));
}

function scaleAll({ panes, zoom }: State): void {
  for (const pane of panes) scale(pane, zoom);
}

/** Makes the sheets larger or smaller as a whole, so that their lines break as on paper at any size. */
function scale(pane: Pane, zoom: number): void {
  const room = pane.frame.clientWidth;
  if (room === 0) return;
  pane.scale(zoom === FIT ? fitting(pane, room) : zoom);
}

/** Space beside a sheet that fills its pane. */
const BESIDE = 56;

function fitting({ view }: Pane, room: number): number {
  const sheet = view.querySelector<HTMLElement>(".wp-sheet")?.offsetWidth ?? 794;
  return Math.min(1.25, Math.max(0.25, room / (sheet + BESIDE)));
}

function scaleOf({ panes: [pane] }: State): number {
  return pane?.scaled() ?? 1;
}

function stepped(scale: number, step: -1 | 1): number {
  const found =
    step > 0 ? ZOOMS.find((zoom) => zoom > scale + 0.01) : ZOOMS.findLast((zoom) => zoom < scale - 0.01);
  return found ?? scale;
}

/** The editions that were shown before the page was loaded again, or those that the command line names. */
function kept(): string[] {
  const text = sessionStorage.getItem(KEPT) ?? byId("desk").dataset.languages ?? "";
  return text.split(" ").filter(Boolean).slice(0, 2);
}
