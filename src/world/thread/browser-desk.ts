import type { Printer, PrintPage } from "../../print/printer.ts";
import { packError } from "./failure.ts";
import type { Answer, Question } from "./messages.ts";

/** Answers what another thread asks of the browser; `kill` ends it at once. */
export function browserDesk(
  printer: Promise<Printer>,
  kill: () => Promise<void>,
): (question: Question) => Promise<Answer> {
  const pages = new Map<number, PrintPage>();
  let next = 1;
  const pageOf = (number: number): PrintPage => {
    const page = pages.get(number);
    if (!page) throw new Error(`the browser has no page ${number} open`);
    return page;
  };
  const findOut = async (question: Question): Promise<unknown> => {
    if (question.ask === "kill") return kill();
    const open = await printer;
    if (question.ask === "version") return open.version();
    if (question.ask === "end") return open.close();
    if (question.ask === "open") {
      const page = await open.open(question.html);
      pages.set(next, page);
      return next++;
    }
    const page = pageOf(question.page);
    if (question.ask === "fill") return page.fill(question.slots);
    if (question.ask === "print") return page.print(question.options);
    pages.delete(question.page);
    return page.close();
  };
  return async (question) => {
    try {
      return { value: await findOut(question) };
    } catch (cause) {
      return { failure: packError(cause) };
    }
  };
}

/** The browser of another thread. */
export function distantPrinter(ask: (question: Question) => Promise<unknown>): Printer {
  return {
    version: async () => String(await ask({ ask: "version" })),
    open: async (html) => {
      const page = Number(await ask({ ask: "open", html }));
      return {
        fill: async (slots) => void (await ask({ ask: "fill", page, slots })),
        print: async (options = {}) => (await ask({ ask: "print", page, options })) as Uint8Array,
        close: async () => void (await ask({ ask: "close", page })),
      };
    },
    close: async () => void (await ask({ ask: "end" })),
  };
}
