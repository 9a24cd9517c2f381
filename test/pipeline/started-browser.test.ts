import { afterAll, beforeAll, expect, test } from "vitest";
import { createCache } from "../../src/pipeline/cache/store.ts";
import { checkBrowser, startBrowser, withBrowserAsItIs } from "../../src/pipeline/started-browser.ts";
import type { Printer } from "../../src/print/printer.ts";
import { memoryOutput, sharedPrinter, testBuild } from "../support/build.ts";
import { libraries } from "../support/report.ts";

let shared: Awaited<ReturnType<typeof sharedPrinter>>;

beforeAll(async () => {
  shared = await sharedPrinter();
});
afterAll(() => shared.end());

const named = (version: string) => ({ version: async () => version }) as Printer;

test("the version is known as soon as it is told, and else when the browser is there", async () => {
  const never = startBrowser((onFound) => {
    onFound?.("A 1");
    return new Promise<Printer>(() => undefined);
  });
  expect(await never.browser).toBe("A 1");
  expect(await startBrowser(async () => named("B 2")).browser).toBe("B 2");
  const none = startBrowser(() => Promise.reject(new Error("no browser")));
  await expect(none.browser).rejects.toThrow("no browser");
});

test("work is done once more with the browser that prints, and not for any other reason", async () => {
  const started = startBrowser(async (onFound) => {
    onFound?.("A 1");
    return named("B 2");
  });
  const seen: string[] = [];
  const work = () =>
    withBrowserAsItIs(started, async (now) => {
      seen.push(await now.browser);
      await checkBrowser(now);
      return "done";
    });
  expect(await work()).toBe("done");
  expect(seen).toEqual(["A 1", "B 2"]);
  const failing = withBrowserAsItIs(started, async () => {
    seen.push("failing");
    throw new Error("other");
  });
  await expect(failing).rejects.toThrow("other");
  expect(seen).toHaveLength(3);
});

test("another browser prints than was foreseen: nothing is kept under the wrong one's name", async () => {
  const kept = memoryOutput();
  const build = async (foreseen: string, actual: string) => {
    const lines: string[] = [];
    const output = memoryOutput();
    const { manifest } = await testBuild({
      content: libraries(),
      printer: shared.printer,
      output,
      request: { languages: ["en", "ja"] },
      world: {
        cache: createCache(kept),
        openPrinter: async (onFound) => {
          onFound?.(foreseen);
          return { ...shared.printer, version: async () => actual };
        },
        progress: {
          begin: () => undefined,
          end: (stage, _, language, note = "") => void lines.push(`${stage} ${language ?? ""} ${note}`),
          report: () => undefined,
        },
      },
    });
    const prints = lines.filter((line) => line.startsWith("print ")).map((line) => line.split(",")[0]);
    return { prints, browser: manifest?.madeWith.browser, editions: manifest?.editions.length };
  };
  const first = await build("A 1", "B 2");
  expect(first).toMatchObject({ browser: "B 2", editions: 2 });
  expect(await build("B 2", "B 2")).toMatchObject({ browser: "B 2" });
  // Of A there is nothing: all is printed anew.
  const other = await build("A 1", "A 1");
  expect(other.prints.filter((line) => line?.includes("stale"))).toHaveLength(2);
  expect(other.browser).toBe("A 1");
});

test("where all prints are kept, a browser that does not start is not missed", async () => {
  const kept = createCache(memoryOutput());
  const request = { languages: ["en"] } as const;
  const content = libraries();
  const start = async (onFound?: (version: string) => void) => {
    onFound?.("A 1");
    return { ...shared.printer, version: async () => "A 1" };
  };
  await testBuild({
    content,
    printer: shared.printer,
    output: memoryOutput(),
    request,
    world: { cache: kept, openPrinter: start },
  });
  // Another output folder: the build as a whole is not the one that was kept.
  const { manifest } = await testBuild({
    content,
    printer: shared.printer,
    output: memoryOutput(),
    request,
    world: {
      cache: kept,
      openPrinter: async (onFound) => {
        onFound?.("A 1");
        throw new Error("it does not start");
      },
    },
  });
  expect(manifest?.editions).toHaveLength(1);
  expect(manifest?.madeWith.browser).toBe("A 1");
});
