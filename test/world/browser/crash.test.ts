import { readdir, readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ChromiumPrinter, openPrinter } from "../../../src/world/browser/chromium-printer.ts";
import { documentOf, LONG_DOCUMENT } from "./documents.ts";

let printer: ChromiumPrinter;
beforeEach(async () => {
  printer = await openPrinter();
}, 30_000);
afterEach(() => printer.close());

/** Numbers of the processes below one whose command line has a word in it. */
async function below(ancestor: number, word: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry))) {
    const status = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    const parent = Number(/\) \S (\d+)/.exec(status)?.[1]);
    if (parent !== ancestor) continue;
    if ((await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "")).includes(word))
      found.push(Number(name));
    found.push(...(await below(Number(name), word)));
  }
  return found;
}

/** The fault that a print ends with when something happens to it half way, and after how many milliseconds. */
async function interrupted(strike: () => Promise<void> | void) {
  const page = await printer.open(LONG_DOCUMENT);
  const outcome = page.print().then(
    () => "printed",
    (fault: unknown) => fault,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  await strike();
  const struck = performance.now();
  const fault = await outcome;
  const waited = performance.now() - struck;
  await page.close();
  return { fault, waited };
}

test("the end of a page's process ends its print at once, and the browser prints on", {
  timeout: 20_000,
}, async () => {
  const { fault, waited } = await interrupted(async () => {
    const renderers = await below(printer.processId ?? 0, "--type=renderer");
    expect(renderers.length).toBeGreaterThan(0);
    for (const renderer of renderers) process.kill(renderer, "SIGKILL");
  });
  expect(fault).toMatchObject({ name: "BrowserFault", code: "browser-crashed" });
  expect(waited).toBeLessThan(2_000);
  const page = await printer.open(documentOf("<p>again"));
  expect((await page.print()).length).toBeGreaterThan(1_000);
});

test("the end of the browser ends the print at once", { timeout: 20_000 }, async () => {
  const { fault, waited } = await interrupted(() => {
    process.kill(printer.processId ?? 0, "SIGKILL");
  });
  expect(fault).toMatchObject({ name: "BrowserFault", code: "browser-crashed" });
  expect(waited).toBeLessThan(2_000);
  await expect(printer.open(documentOf("<p>again"))).rejects.toMatchObject({ code: "browser-crashed" });
});

test("a print that takes too long is given up", { timeout: 20_000 }, async () => {
  const hasty = await openPrinter({ timeout: 150 });
  try {
    const printed = hasty.open(LONG_DOCUMENT).then((page) => page.print());
    await expect(printed).rejects.toMatchObject({
      code: "browser-timeout",
      message: expect.stringMatching(
        /^the browser took more than 0\.15 s for (opening a page|loading|printing)/,
      ),
    });
  } finally {
    await hasty.close();
  }
});
