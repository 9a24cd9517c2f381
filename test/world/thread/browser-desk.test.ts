import { expect, test } from "vitest";
import { BrowserFault, type Printer } from "../../../src/print/printer.ts";
import { browserDesk, distantPrinter } from "../../../src/world/thread/browser-desk.ts";
import { packError, unpackError } from "../../../src/world/thread/failure.ts";
import type { Answer, Question } from "../../../src/world/thread/messages.ts";

/** A printer as another thread sees it: every question and answer is copied on its way. */
function distant(printer: Printer): Printer {
  const desk = browserDesk(Promise.resolve(printer), async () => undefined);
  const ask = async (question: Question) => {
    const answer = structuredClone((await desk(structuredClone(question))) as Answer);
    if ("failure" in answer) throw unpackError(answer.failure);
    return answer.value;
  };
  return distantPrinter(ask);
}

const printerOf = (steps: unknown[], print: () => Promise<Uint8Array>): Printer => ({
  version: async () => "Chromium 1",
  open: async (html) => {
    steps.push(html);
    return {
      fill: async (slots) => void steps.push([...slots]),
      print: async (options) => {
        steps.push(options);
        return print();
      },
      close: async () => void steps.push("closed"),
    };
  },
  close: async () => undefined,
});

test("pages are opened, filled, printed and closed in the other thread's browser", async () => {
  const steps: unknown[] = [];
  const printer = distant(printerOf(steps, async () => new Uint8Array([37, 80])));
  expect(await printer.version()).toBe("Chromium 1");
  const page = await printer.open("<p>");
  await page.fill(new Map([["a", "1"]]));
  const piece = { kind: "chapter", chapter: 2, pagesBefore: 4 } as const;
  expect(await page.print({ piece })).toEqual(new Uint8Array([37, 80]));
  await page.close();
  expect(steps).toEqual(["<p>", [["a", "1"]], { piece }, "closed"]);
  await expect(page.print()).rejects.toThrow("no page 1");
});

test("the browser's faults arrive with code and hints, others with their message, stack and code", async () => {
  const fault = new BrowserFault({ code: "browser-crashed", message: "gone", hints: ["again"] });
  const printer = distant(printerOf([], () => Promise.reject(fault)));
  const arrived = await (await printer.open("")).print().catch((cause: unknown) => cause);
  expect(arrived).toBeInstanceOf(BrowserFault);
  expect(arrived).toMatchObject({ code: "browser-crashed", message: "gone", hints: ["again"] });
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  expect(unpackError(structuredClone(packError(full)))).toMatchObject({
    message: "no space",
    code: "ENOSPC",
  });
  expect(unpackError(packError("odd")).message).toBe("odd");
});
