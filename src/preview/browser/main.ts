import type { EditionMessage, StateMessage } from "../messages.ts";
import { createCard } from "./card.ts";
import { connect } from "./connection.ts";
import { createDesk } from "./desk.ts";
import { byId } from "./dom.ts";
import { listenToKeys } from "./keys.ts";
import { createPrinting } from "./printing.ts";
import { createProblems } from "./problems.ts";
import { createToolbar } from "./toolbar.ts";

const printing = createPrinting();
const problems = createProblems({ panes: () => desk.panes(), open: (language) => desk.show(language) });
const card = createCard({ element: byId("card"), problemsOf: problems.of });
const toolbar = createToolbar({
  choose: (language) => void desk.show(language),
  chooseSecond: (language) => void desk.showBeside(language),
  toggleBeside: () => void desk.toggleBeside(),
  print: () => printing.start(desk.panes()[0]?.language() ?? ""),
  zoom: (step) => desk.zoom(step),
});
const desk = createDesk({
  watch: (languages) => connection.watch(languages),
  opened: (pane) => {
    card.attend(pane);
    listenToKeys(pane.view, commands);
  },
  changed: (places) => {
    // The page first: marks may come a frame later.
    requestAnimationFrame(() => setTimeout(problems.mark));
    toolbar.showChange(places);
  },
  moved: toolbar.showPage,
  arranged: toolbar.showChoice,
});
const commands = {
  choose: (index: number) => void desk.show(toolbar.languages()[index] ?? ""),
  chooseSecond: (index: number) => void desk.showBeside(toolbar.languages()[index] ?? ""),
  beside: () => void desk.toggleBeside(),
  print: () => printing.start(desk.panes()[0]?.language() ?? ""),
  problems: toolbar.toggleProblems,
  nextProblem: () => problems.step(1),
  lastProblem: () => problems.step(-1),
  zoom: (step: -1 | 0 | 1) => desk.zoom(step),
  help: toolbar.showHelp,
  dismiss: card.hide,
};
const connection = connect({
  state: (state: StateMessage) => {
    toolbar.update(state);
    problems.update(state);
    problems.mark();
    desk.offer(state.editions.map(({ language }) => language));
  },
  edition: (message: EditionMessage) => desk.put(message),
  pages: (message) => toolbar.showPrinted(message, desk.panes()),
  print: printing.update,
  heard: toolbar.showConnection,
});
listenToKeys(document, commands);
void desk.start();
