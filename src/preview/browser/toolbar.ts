import type { EditionChoice, PagesMessage, StateMessage } from "../messages.ts";
import { byId, make, motion } from "./dom.ts";
import type { Pane } from "./pane.ts";

/** What the toolbar's buttons ask for. */
export interface ToolbarRequest {
  readonly choose: (language: string) => void;
  readonly chooseSecond: (language: string) => void;
  readonly toggleBeside: () => void;
  readonly print: () => void;
  readonly zoom: (step: -1 | 0 | 1) => void;
}

/** The bar above the pages. */
export interface Toolbar {
  readonly update: (state: StateMessage) => void;
  readonly languages: () => readonly string[];
  readonly showChoice: (shown: readonly string[]) => void;
  readonly showPage: (pane: Pane) => void;
  /** Tells what a save has changed, and leads there. */
  readonly showChange: (places: readonly HTMLElement[]) => void;
  readonly showPrinted: (message: PagesMessage, panes: readonly Pane[]) => void;
  readonly showConnection: (connected: boolean) => void;
  readonly toggleProblems: () => void;
  readonly showHelp: () => void;
}

/** The toolbar, with its buttons at work. */
export function createToolbar(request: ToolbarRequest): Toolbar {
  let editions: readonly EditionChoice[] = [];
  let shown: readonly string[] = [];
  const toggleProblems = () => {
    const open = byId("problems").hidden;
    byId("problems").hidden = !open;
    byId("toggle-problems").setAttribute("aria-expanded", String(open));
  };
  const showHelp = () => (byId("help") as HTMLDialogElement).showModal();
  const second = byId("second") as HTMLSelectElement;
  listenToButtons(request, { toggleProblems, showHelp });
  second.addEventListener("change", () => request.chooseSecond(second.value));
  const draw = () => {
    byId("languages").replaceChildren(
      ...editions.map((edition, index) => choice(edition, index, shown, request)),
    );
    drawSecond(second, editions, shown);
  };
  return {
    update: (state) => {
      byId("year").textContent = String(state.year);
      if (JSON.stringify(editions) === JSON.stringify(state.editions)) return;
      editions = state.editions;
      draw();
    },
    languages: () => editions.map(({ language }) => language),
    showChoice: (languages) => {
      shown = languages;
      draw();
    },
    showPage: (pane) => {
      const sheets = pane.sheets();
      const label = sheets?.labelAt((pane.view.defaultView?.innerHeight ?? 0) * 0.4) ?? "";
      byId("page").textContent = sheets ? `page ${label} of ${sheets.count} sheets` : "";
    },
    showChange,
    showPrinted,
    showConnection: (connected) => {
      byId("lost").hidden = connected;
    },
    toggleProblems,
    showHelp,
  };
}

function listenToButtons(
  { toggleBeside, print, zoom }: ToolbarRequest,
  { toggleProblems, showHelp }: Pick<Toolbar, "toggleProblems" | "showHelp">,
): void {
  const onClick = (id: string, work: () => void) => byId(id).addEventListener("click", work);
  onClick("toggle-problems", toggleProblems);
  onClick("close-problems", toggleProblems);
  onClick("beside", toggleBeside);
  onClick("print", print);
  onClick("zoom-out", () => zoom(-1));
  onClick("zoom-fit", () => zoom(0));
  onClick("zoom-in", () => zoom(1));
  onClick("show-help", showHelp);
}

function choice(
  { language, name, state }: EditionChoice,
  index: number,
  shown: readonly string[],
  { choose }: ToolbarRequest,
): HTMLElement {
  const pressed = String(shown[0] === language);
  return make(
    "button",
    { type: "button", "aria-pressed": pressed, "data-language": language, onclick: () => choose(language) },
    make("span", { lang: language }, name),
    state === "draft" ? make("small", {}, "draft") : null,
    make("kbd", { "aria-hidden": "true" }, String(index + 1)),
  );
}

function drawSecond(
  select: HTMLSelectElement,
  editions: readonly EditionChoice[],
  shown: readonly string[],
): void {
  const options = editions
    .filter(({ language }) => language !== shown[0])
    .map(({ language, name }) => make("option", { value: language }, name));
  select.replaceChildren(...options);
  select.hidden = shown.length < 2;
  byId("beside").setAttribute("aria-pressed", String(shown.length > 1));
  if (shown[1] !== undefined) select.value = shown[1];
}

/** How long a change is pointed out, in milliseconds. */
const POINTED_OUT = 1_600;

function showChange(places: readonly HTMLElement[]): void {
  const [first] = places;
  if (!first) return;
  for (const place of places) {
    place.classList.add("wp-changed");
    setTimeout(() => place.classList.remove("wp-changed"), POINTED_OUT);
  }
  const words = `${places.length} ${places.length === 1 ? "place" : "places"} changed`;
  const show = () => first.scrollIntoView({ block: "center", behavior: motion() });
  byId("change").replaceChildren(make("button", { type: "button", onclick: show }, words));
}

/** Says whether the pages on screen are those of a print made just now. */
function showPrinted(message: PagesMessage, panes: readonly Pane[]): void {
  const pane = panes.find(
    (each) => each.language() === message.language && each.version() === message.version,
  );
  const sheets = pane?.sheets();
  if (!pane || !sheets) return;
  const differing = message.labels.filter(([id, label]) => {
    const element = pane.view.getElementById(id);
    return element !== null && sheets.labelOf(element) !== label;
  });
  const same = differing.length === 0 && sheets.count === message.pageCount;
  byId("printed").dataset.same = String(same);
  byId("printed").textContent = same
    ? "as printed"
    : `the print has ${message.pageCount} pages, ${differing.length} headings on others`;
}
