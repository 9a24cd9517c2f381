import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { openPrinter } from "../../src/world/browser/chromium-printer.ts";
import { documentOf } from "../world/browser/documents.ts";
import { buildHere, withPlaces } from "./builds.ts";
import { holding } from "./measure.ts";

// `npm run load` measures memory as well, over 200 editions and 20 builds.
test("builds one after the other leave no process, descriptor or temporary file", {
  timeout: 120_000,
}, async () => {
  await withPlaces(async (places) => {
    await buildHere(places);
    const before = holding(places.temp);
    for (let time = 0; time < 2; time++) await buildHere(places);
    const { descriptors, children, zombies, temporary } = holding(places.temp);
    expect(descriptors).toBeLessThanOrEqual(before.descriptors);
    expect({ children, zombies, temporary }).toEqual({ children: before.children, zombies: 0, temporary: 0 });
  });
});

test("a page that is used again forgets what it has shown", { timeout: 60_000 }, async () => {
  const printer = await openPrinter();
  const shown: WeakRef<object>[] = [];
  try {
    for (let time = 0; time < 12; time++) {
      const page = await printer.open(documentOf(`<p>${time}`));
      await page.print();
      await page.close();
      shown.push(new WeakRef(page));
    }
    // A turn of the event loop, after which a weak reference no longer holds by itself.
    await new Promise((resolve) => setTimeout(resolve, 50));
    collectGarbage();
    expect(shown.filter((page) => page.deref() !== undefined).length).toBeLessThan(4);
  } finally {
    await printer.close();
  }
});

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}
