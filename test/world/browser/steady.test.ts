import { expect, test } from "vitest";
import type { BrowserFault } from "../../../src/print/printer.ts";
import { openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import { openSteadyPrinter } from "../../../src/world/browser/steady-printer.ts";
import { documentOf, withoutNames } from "./documents.ts";
import { browsers } from "./processes.ts";

const killAll = () => {
  for (const pid of browsers()) process.kill(pid, "SIGKILL");
};

test("a browser that is killed is replaced once, and the print is the same", {
  timeout: 60_000,
}, async () => {
  const faults: BrowserFault[] = [];
  const expected = await printOnce();
  const printer = await openSteadyPrinter({ onRestart: (fault) => faults.push(fault) });
  try {
    const page = await printer.open(filledDocument);
    await page.fill(new Map([["slot", "1,234"]]));
    killAll();
    expect(withoutNames(await page.print())).toEqual(expected);
    expect(faults.map(({ code }) => code)).toEqual(["browser-crashed"]);
    killAll();
    await expect(page.print()).rejects.toMatchObject({ code: "browser-crashed" });
  } finally {
    await printer.close();
  }
  expect(browsers()).toEqual([]);
});

const filledDocument = documentOf('<h1>Title</h1><p>page <span id="slot">0</span>');

async function printOnce(): Promise<string> {
  const printer = await openPrinter();
  try {
    const page = await printer.open(filledDocument);
    await page.fill(new Map([["slot", "1,234"]]));
    return withoutNames(await page.print());
  } finally {
    await printer.close();
  }
}

test("two pages whose browser is killed get one other browser", { timeout: 60_000 }, async () => {
  const faults: BrowserFault[] = [];
  const printer = await openSteadyPrinter({ onRestart: (fault) => faults.push(fault) });
  try {
    const pages = await Promise.all([printer.open(documentOf("<p>another")), printer.open(filledDocument)]);
    const prints = pages.map((page) => page.print());
    killAll();
    const sizes = (await Promise.all(prints)).map(({ length }) => length);
    expect(Math.min(...sizes)).toBeGreaterThan(1000);
    expect(faults).toHaveLength(1);
    expect(browsers()).toHaveLength(1);
  } finally {
    await printer.close();
  }
});

test("a browser that hangs is given up after its time, and not tried again", {
  timeout: 60_000,
}, async () => {
  const printer = await openSteadyPrinter({
    timeout: 1_500,
    onRestart: () => {
      throw new Error("started again");
    },
  });
  const page = await printer.open(filledDocument);
  for (const pid of browsers()) process.kill(-pid, "SIGSTOP");
  const start = performance.now();
  await expect(page.print()).rejects.toMatchObject({ code: "browser-timeout" });
  await printer.close();
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(browsers()).toEqual([]);
});
