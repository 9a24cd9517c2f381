import type { PrintMessage } from "../messages.ts";
import { askPrint } from "./connection.ts";
import { byId, make } from "./dom.ts";

/** The dialog that tells how the making of a PDF goes. */
export interface Printing {
  /** Has the PDF of an edition made, then opens it. */
  readonly start: (language: string) => void;
  readonly update: (message: PrintMessage) => void;
}

/** The dialog `printing`. */
export function createPrinting(): Printing {
  const dialog = byId("printing") as HTMLDialogElement;
  let wanted: string | null = null;
  // Opened when the button is pressed: browsers let nothing open a tab later.
  let tab: Window | null = null;
  const say = (words: string) => {
    byId("print-stage").textContent = words;
    if (tab && !tab.closed) tab.document.body.textContent = `The PDF is being made: ${words}`;
  };
  const give = (reason: string) => {
    tab?.close();
    tab = null;
    wanted = null;
    say(reason);
  };
  return {
    start: (language) => {
      wanted = language;
      tab = open("", "_blank");
      byId("print-title").textContent = `PDF, ${language}`;
      byId("print-result").replaceChildren();
      showProgress(0, 9);
      say("starting");
      if (!dialog.open) dialog.showModal();
      void askPrint(language).then((refused) => refused !== null && give(refused));
    },
    update: (message) => {
      if (message.language !== wanted) return;
      showProgress(message.done, message.of);
      say(message.status === "running" ? message.stage : ENDED[message.status]);
      if (message.status === "running") return;
      wanted = null;
      byId("print-result").replaceChildren(...result(message));
      if (message.status === "done") tab?.location.replace(new URL(addressOf(message), location.href));
      else tab?.close();
      tab = null;
    },
  };
}

const ENDED = { done: "The PDF is written.", failed: "No PDF was made: mend the errors first." } as const;

const addressOf = ({ language }: PrintMessage): string => `pdf/${language}.pdf`;

function result(message: PrintMessage): HTMLElement[] {
  const problems = message.problems.map((words) => make("li", {}, words));
  if (message.status === "failed") return [make("ul", { class: "problems" }, ...problems)];
  const link = make("a", { href: addressOf(message), target: "_blank", class: "button" }, "Open the PDF");
  return [make("p", {}, link), make("p", {}, make("code", { class: "place" }, message.file ?? ""))];
}

function showProgress(done: number, of: number): void {
  const bar = byId("print-progress") as HTMLProgressElement;
  bar.max = of;
  bar.value = done;
}
