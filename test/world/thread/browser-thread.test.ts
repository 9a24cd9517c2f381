import { expect, test } from "vitest";
import { openPrinterInThread } from "../../../src/world/thread/browser-thread.ts";
import { documentOf } from "../browser/documents.ts";

test("a browser in a thread of its own prints, tells of faults, and is gone when it is closed", {
  timeout: 30_000,
}, async () => {
  const restarts: string[] = [];
  const printer = await openPrinterInThread((why) => restarts.push(why));
  expect(await printer.version()).toMatch(/^Chromium \d/);
  const page = await printer.open(documentOf("<h1>Title</h1>"));
  expect(Buffer.from(await page.print()).toString("latin1")).toMatch(/^%PDF-/);
  await expect(page.fill(new Map([["gone", "1"]]))).rejects.toMatchObject({
    name: "BrowserFault",
    code: "slot-missing",
  });
  await page.close();
  await printer.close();
  await expect(printer.open("<p>")).rejects.toThrow(/ended/);
  expect(restarts).toEqual([]);
});

test("where no browser starts, it says so", { timeout: 30_000 }, async () => {
  const before = process.env.WHITEPAPER_BROWSER;
  process.env.WHITEPAPER_BROWSER = "/nowhere/chromium";
  try {
    await expect(openPrinterInThread(() => undefined)).rejects.toMatchObject({ code: "browser-not-found" });
  } finally {
    if (before === undefined) delete process.env.WHITEPAPER_BROWSER;
    else process.env.WHITEPAPER_BROWSER = before;
  }
});
