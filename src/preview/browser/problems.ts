import type { PlacedDiagnostic, StateMessage, Target } from "../messages.ts";
import { byId, make, motion, placeCode } from "./dom.ts";
import type { Pane } from "./pane.ts";
import { elementsOf, indexElements } from "./places.ts";

/** The list of what `check` finds, and its marks in the pages. */
export interface Problems {
  readonly update: (state: StateMessage) => void;
  /** Marks what the problems are about in the pages. */
  readonly mark: () => void;
  readonly of: (target: Target, language: string) => readonly PlacedDiagnostic[];
  /** Goes to the next problem that has a place, or the one before. */
  readonly step: (by: 1 | -1) => void;
}

/** What the list needs of the page. */
export interface ProblemsRequest {
  readonly panes: () => readonly Pane[];
  /** Makes sure that an edition is shown. */
  readonly open: (language: string) => Promise<void>;
}

/** Errors first: in files' order they might stand far below. */
const WEIGHT = { error: 0, warning: 1, note: 2 } as const;

const MARKS = ["wp-error", "wp-warning"];

/** The list in the element `problems`. */
export function createProblems({ panes, open }: ProblemsRequest): Problems {
  let diagnostics: readonly PlacedDiagnostic[] = [];
  let shown = "";
  let current = -1;
  const goTo = async (problem: PlacedDiagnostic) => {
    if (problem.language && !panes().some((pane) => pane.language() === problem.language))
      await open(problem.language);
    const pane = panes().find((each) => problem.language === null || each.language() === problem.language);
    const element = pane && problem.targets.flatMap((target) => elementsOf(pane.view, target))[0];
    if (!element) return;
    element.scrollIntoView({ block: "center", behavior: motion() });
    element.classList.add("wp-found");
    setTimeout(() => element.classList.remove("wp-found"), 2_400);
  };
  return {
    update: (state) => {
      const text = JSON.stringify(state.diagnostics);
      if (text !== shown) {
        shown = text;
        diagnostics = [...state.diagnostics].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
        byId("problem-list").replaceChildren(...diagnostics.map((problem) => item(problem, goTo)));
      }
      showCounts(state);
    },
    mark: () => {
      for (const pane of panes()) markIn(pane, diagnostics);
    },
    of: (target, language) =>
      diagnostics.filter(
        (problem) =>
          (problem.language === null || problem.language === language) &&
          problem.targets.some(({ kind, key }) => kind === target.kind && key === target.key),
      ),
    step: (by) => {
      const placed = diagnostics.filter(({ targets }) => targets.length > 0);
      if (placed.length === 0) return;
      current = (current + by + placed.length) % placed.length;
      const problem = placed[current];
      if (problem) void goTo(problem);
    },
  };
}

function markIn({ view, language }: Pane, diagnostics: readonly PlacedDiagnostic[]): void {
  for (const mark of MARKS)
    for (const element of view.querySelectorAll(`.${mark}`)) element.classList.remove(mark);
  const index = indexElements(view);
  for (const { severity, targets, language: own } of diagnostics) {
    if (severity === "note" || (own !== null && own !== language())) continue;
    for (const { kind, key } of targets)
      for (const element of index.get(`${kind} ${key}`) ?? []) element.classList.add(`wp-${severity}`);
  }
}

function item(problem: PlacedDiagnostic, goTo: (problem: PlacedDiagnostic) => Promise<void>): HTMLElement {
  const { severity, code, message, file, line, column, hints, targets, language } = problem;
  const where = [file, line, column].filter((part) => part !== undefined).join(":");
  const placed = targets.length > 0;
  return make(
    "li",
    { class: severity },
    make(
      "p",
      { class: "what" },
      make("span", { class: "severity" }, severity),
      language ? make("span", { class: "tag" }, language) : null,
      make("span", { class: "code" }, code),
    ),
    make("p", {}, message),
    make(
      "p",
      { class: "where" },
      placeCode(where),
      placed
        ? make("button", { type: "button", onclick: () => void goTo(problem) }, "Show in the page")
        : null,
    ),
    ...hints.map((hint) => make("p", { class: "hint" }, hint)),
  );
}

function showCounts({ diagnostics, broken, checked }: StateMessage): void {
  const count = (severity: string) => diagnostics.filter((found) => found.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const button = byId("toggle-problems");
  button.dataset.level = errors > 0 ? "error" : warnings > 0 ? "warning" : "none";
  const counts = [
    ["error", errors],
    ["warning", warnings],
    ["note", count("note")],
  ] as const;
  const words = counts.filter(([, number]) => number > 0).map(([what, number]) => plural(number, what));
  byId("problem-counts").textContent = words.join(", ") || "no problems";
  byId("no-problems").hidden = diagnostics.length > 0 || !checked;
  byId("broken").hidden = !broken;
  byId("broken-where").textContent = brokenWhere(diagnostics);
  byId("checking").hidden = checked;
}

/** The first error of a broken state: what the editor is to mend. */
function brokenWhere(diagnostics: readonly PlacedDiagnostic[]): string {
  const first = diagnostics.find(({ severity }) => severity === "error");
  if (!first) return "";
  return `${[first.file, first.line].filter((part) => part !== undefined).join(":")}: ${first.message}`;
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
