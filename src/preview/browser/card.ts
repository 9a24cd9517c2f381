import type { ChartCard, FigureCard, PlacedDiagnostic, PlaceLine, Target, TextCard } from "../messages.ts";
import { askChart, askFigure, askText } from "./connection.ts";
import { make, placeCode } from "./dom.ts";
import type { Pane } from "./pane.ts";
import { targetOf } from "./places.ts";

/** The card that tells what the thing under the pointer, or with the focus, is. */
export interface Card {
  readonly hide: () => void;
  /** Listens to a pane. */
  readonly attend: (pane: Pane) => void;
}

/** What a card is made with. */
export interface CardRequest {
  readonly element: HTMLElement;
  readonly problemsOf: (target: Target, language: string) => readonly PlacedDiagnostic[];
}

/** So long the pointer rests before a card comes, and so long it may be away before it goes; milliseconds. */
const REST = 90;
const AWAY = 260;

const MARKED = "[data-figure], [data-chart], [data-text]";

/** A card that can be pointed at, and closed by Escape. */
export function createCard({ element, problemsOf }: CardRequest): Card {
  let timer = 0;
  let asked: Element | null = null;
  const hide = () => {
    clearTimeout(timer);
    asked = null;
    element.hidden = true;
  };
  const later = (time: number, work: () => void) => {
    clearTimeout(timer);
    timer = window.setTimeout(work, time);
  };
  const show = async (pane: Pane, marked: Element) => {
    if (asked === marked) return;
    asked = marked;
    const parts = await partsOf(pane, marked, problemsOf);
    if (asked !== marked || parts.length === 0) return;
    element.replaceChildren(...parts);
    element.hidden = false;
    placeBeside(element, pane.frame, marked);
  };
  element.addEventListener("pointerenter", () => clearTimeout(timer));
  element.addEventListener("pointerleave", () => later(AWAY, hide));
  const attend = (pane: Pane) => {
    const { view } = pane;
    const markedIn = (event: Event) => (event.target as Element | null)?.closest?.(MARKED) ?? null;
    view.addEventListener("pointerover", (event) => {
      const marked = markedIn(event);
      if (marked) later(REST, () => void show(pane, marked));
      else later(AWAY, hide);
    });
    view.documentElement.addEventListener("pointerleave", () => later(AWAY, hide));
    view.addEventListener("focusin", (event) => {
      const marked = markedIn(event);
      if (marked) later(0, () => void show(pane, marked));
    });
    view.addEventListener("focusout", () => later(AWAY, hide));
    view.addEventListener("scroll", () => {
      if (!element.hidden && asked) placeBeside(element, pane.frame, asked);
    });
  };
  return { hide, attend };
}

/** The innermost thing first; a figure's card also tells of its text. */
async function partsOf(
  pane: Pane,
  marked: Element,
  problemsOf: CardRequest["problemsOf"],
): Promise<HTMLElement[]> {
  const chain: Target[] = [];
  for (let at: Element | null = marked; at; at = at.parentElement?.closest(MARKED) ?? null) {
    const target = targetOf(at);
    if (target) chain.push(target);
    const text = at.getAttribute("data-in");
    if (text) chain.push({ kind: "text", key: text });
  }
  const language = pane.language();
  const parts = await Promise.all(chain.map((target) => partOf(target, language)));
  const problems = chain.flatMap((target) => problemsOf(target, language));
  return [...parts.filter((part) => part !== null), ...[...new Set(problems)].map(problemPart)];
}

async function partOf({ kind, key }: Target, language: string): Promise<HTMLElement | null> {
  if (kind === "figure") return figurePart(await askFigure(key));
  if (kind === "chart") return chartPart(await askChart(language, key));
  return kind === "text" ? textPart(await askText(language, key)) : null;
}

function figurePart(figure: FigureCard | null): HTMLElement | null {
  if (!figure) return null;
  const facts: Fact[] = [
    ["Value", make("strong", {}, figure.value ?? "–")],
    ["Unit", figure.unit],
    ["Status", make("span", { class: `state state-${figure.status}` }, figure.status)],
    ["Source", figure.source],
    ["Written in", placeText(figure.place)],
    ...figure.failing.map((words): Fact => ["Does not hold", make("span", { class: "bad" }, words)]),
  ];
  return section("Figure", figure.ref, facts);
}

function textPart(text: TextCard | null): HTMLElement | null {
  if (!text) return null;
  const terms = text.terms.map(({ english, accepted, used }) =>
    make(
      "li",
      {},
      `${english} → `,
      used === null
        ? make("span", { class: "bad" }, `not used: ${accepted.join(" | ")}`)
        : make("span", { lang: text.language }, used),
    ),
  );
  const facts: Fact[] = [
    ["State", make("span", { class: `state state-${text.state}` }, STATES[text.state] ?? text.state)],
    ["Written in", placeText(text.place)],
    ...(text.english === null ? [] : [["English", make("q", { lang: "en" }, text.english)] satisfies Fact]),
    ...(text.englishPlace === null ? [] : [["English in", placeText(text.englishPlace)] satisfies Fact]),
    ...(terms.length > 0 ? [["Terms", make("ul", {}, ...terms)] satisfies Fact] : []),
  ];
  return section("Text", text.key, facts);
}

const STATES: Readonly<Record<string, string>> = {
  source: "the English text itself",
  done: "fresh: fits the English",
  stale: "stale: the English has changed since",
  unconfirmed: "draft: never confirmed to fit the English, or changed since",
  missing: "missing: English is shown",
};

function chartPart(chart: ChartCard | null): HTMLElement | null {
  if (!chart) return null;
  const head = ["", ...chart.columns].map((label) => make("th", { scope: "col" }, label));
  const rows = chart.rows.map(({ label, cells }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, label),
      ...cells.map(({ text, status, line }) =>
        make("td", { class: status, title: `${status}, ${chart.data}:${line ?? ""}` }, text),
      ),
    ),
  );
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
  return section("Chart", chart.id, [
    ["Title", chart.title],
    ["Data", make("code", {}, chart.data)],
    ["Drawn by", make("code", {}, chart.specification)],
    ["Complete", chart.completeness],
    ["Table", make("div", { class: "scroll" }, table)],
    ["Read aloud", chart.alt],
  ]);
}

function problemPart({ severity, message, file, line, hints }: PlacedDiagnostic): HTMLElement {
  const where = placeText({ file: file ?? "", line: line ?? null });
  return make(
    "section",
    { class: `problem ${severity}` },
    make("h3", {}, severity),
    make("p", {}, message),
    make("p", {}, where),
    ...hints.slice(0, 2).map((hint) => make("p", { class: "hint" }, hint)),
  );
}

type Fact = readonly [name: string, value: string | HTMLElement];

function section(kind: string, key: string, facts: readonly Fact[]): HTMLElement {
  const list = facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]);
  return make("section", {}, make("h3", {}, `${kind} `, make("code", {}, key)), make("dl", {}, ...list));
}

function placeText({ file, line }: PlaceLine): HTMLElement {
  return placeCode(line === null ? file : `${file}:${line}`);
}

/** Below what it tells of where there is room, else above; always inside the window. */
function placeBeside(card: HTMLElement, frame: HTMLIFrameElement, marked: Element): void {
  const box = frame.getBoundingClientRect();
  const [rect = marked.getBoundingClientRect()] = marked.getClientRects();
  const [left, top, bottom] = [box.left + rect.left, box.top + rect.top, box.top + rect.bottom];
  const [high, wide] = [innerHeight - card.offsetHeight - 8, innerWidth - card.offsetWidth - 8];
  const fits = bottom + 8 <= high || top - card.offsetHeight - 8 >= box.top;
  // What is too tall to have room above or below has some beside it.
  const right = box.left + rect.right + 8;
  const x = fits ? left : right <= wide ? right : left - card.offsetWidth - 8;
  const y = bottom + 8 <= high ? bottom + 8 : fits ? top - card.offsetHeight - 8 : Math.max(top, box.top + 8);
  card.style.left = `${Math.max(8, Math.min(x, wide))}px`;
  card.style.top = `${Math.max(8, Math.min(y, high))}px`;
}
