import { execFile } from "node:child_process";
import { expect, test } from "vitest";

const PRINTER = new URL("../../../src/world/browser/chromium-printer.ts", import.meta.url).href;

/** A build whose content has errors ends its browser in the middle of its start. */
const OPEN_AND_CLOSE = `
  const { openPrinter } = await import(${JSON.stringify(PRINTER)});
  for (let pass = 0; pass < 6; pass++) await (await openPrinter()).close();
`;

test("a browser that is ended at once keeps nobody waiting", { timeout: 40_000 }, async () => {
  const args = ["--input-type=module", "--eval", OPEN_AND_CLOSE];
  const ended = new Promise<string>((resolve) => {
    execFile(process.execPath, args, { timeout: 20_000 }, (failure) =>
      resolve(failure ? `ended by ${failure.signal ?? failure.message}` : "ended by itself"),
    );
  });
  expect(await ended).toBe("ended by itself");
});
