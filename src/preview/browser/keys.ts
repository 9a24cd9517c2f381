import { isTyping } from "./dom.ts";

/** What the keyboard can ask for. */
export interface Commands {
  readonly choose: (index: number) => void;
  readonly chooseSecond: (index: number) => void;
  readonly beside: () => void;
  readonly print: () => void;
  readonly problems: () => void;
  readonly nextProblem: () => void;
  readonly lastProblem: () => void;
  readonly zoom: (step: -1 | 0 | 1) => void;
  readonly help: () => void;
  readonly dismiss: () => void;
}

const LETTERS: Readonly<Record<string, (commands: Commands) => void>> = {
  s: ({ beside }) => beside(),
  p: ({ problems }) => problems(),
  n: ({ nextProblem }) => nextProblem(),
  N: ({ lastProblem }) => lastProblem(),
  "+": ({ zoom }) => zoom(1),
  "=": ({ zoom }) => zoom(1),
  "-": ({ zoom }) => zoom(-1),
  "0": ({ zoom }) => zoom(0),
  "?": ({ help }) => help(),
  Escape: ({ dismiss }) => dismiss(),
};

/** Listens to the keys of a document: the page's own, or that of a pane. Single keys can be turned off (WCAG 2.1.4). */
export function listenToKeys(view: Document, commands: Commands): void {
  view.addEventListener("keydown", (event) => {
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    command(commands);
  });
}

function commandOf(event: KeyboardEvent): ((commands: Commands) => void) | null {
  if ((event.ctrlKey || event.metaKey) && event.key === "p") return ({ print }) => print();
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return null;
  if (event.key !== "Escape" && !areOn()) return null;
  // A key on a focused element presses it; a dialog has keys of its own.
  if (document.querySelector("dialog[open]")) return null;
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (digit !== undefined) {
    const index = Number(digit) - 1;
    return ({ choose, chooseSecond }) => (event.shiftKey ? chooseSecond : choose)(index);
  }
  return LETTERS[event.key] ?? null;
}

function areOn(): boolean {
  return (document.getElementById("keys-on") as HTMLInputElement | null)?.checked ?? true;
}
