import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Composition, ContentsEntry } from "../../src/model/composition.ts";
import { print } from "../../src/print/print.ts";
import type { Printer, PrintOptions } from "../../src/print/printer.ts";

/** A real print in which `heading-1` stands on page 3, `note-1` and `table-1` on page 4. */
const PDF = readFileSync(new URL("../finish/fixtures/en.pdf", import.meta.url));

const entry = (id: string): ContentsEntry => ({ kind: "chapter", id, number: "", html: "", lang: "" });

const composition = {
  html: "<style></style>",
  title: "Test",
  entries: [entry("heading-1"), entry("note-1")],
  slots: new Map([
    ["heading-1", "page-of-heading-1"],
    ["note-1", "page-of-note-1"],
  ]),
  references: new Map(),
} as unknown as Composition;

type Step = PrintOptions | Record<string, string> | "close";

/** A browser that prints what it is given and remembers what it was asked. */
function recorder(pdf: () => Uint8Array = () => PDF): { printer: Printer; steps: Step[] } {
  const steps: Step[] = [];
  const page = {
    fill: async (slots: ReadonlyMap<string, string>) => void steps.push(Object.fromEntries(slots)),
    print: async (options: PrintOptions = {}) => {
      steps.push(options);
      return pdf();
    },
    close: async () => void steps.push("close"),
  };
  return {
    steps,
    printer: { open: async () => page, version: async () => "test", close: async () => undefined },
  };
}

const printed = (printer: Printer, guess: Record<string, string> = {}) =>
  print({ composition, fonts: "", printer, guess: new Map(Object.entries(guess)) });

const NUMBERS = { "page-of-heading-1": "1", "page-of-note-1": "2" };

test("without a guess: a trial print without tags, then one with the numbers that it showed", async () => {
  const { printer, steps } = recorder();
  const { passes, settled, pages, frontPages, pageCount } = await printed(printer);
  expect(steps).toEqual([{ tagged: false }, NUMBERS, { tagged: true }, "close"]);
  expect({ passes, settled, frontPages, pageCount }).toEqual({
    passes: 2,
    settled: true,
    frontPages: 2,
    pageCount: 5,
  });
  expect(Object.fromEntries(pages)).toEqual({ "heading-1": "1", "note-1": "2" });
});

test("with the numbers of the last build: one print", async () => {
  const { printer, steps } = recorder();
  expect(await printed(printer, { "heading-1": "1", "note-1": "2", gone: "9" })).toMatchObject({ passes: 1 });
  expect(steps).toEqual([NUMBERS, { tagged: true }, "close"]);
});

test("with wrong numbers: printed again with the right ones; with too few: as without", async () => {
  const wrong = recorder();
  expect(await printed(wrong.printer, { "heading-1": "1", "note-1": "3" })).toMatchObject({
    passes: 2,
    settled: true,
  });
  expect(wrong.steps.at(-3)).toEqual(NUMBERS);
  const few = recorder();
  await printed(few.printer, { "heading-1": "1" });
  expect(few.steps[0]).toEqual({ tagged: false });
});

test("the page is closed when printing fails", async () => {
  const { printer, steps } = recorder(() => {
    throw new Error("crash");
  });
  await expect(printed(printer)).rejects.toThrow("crash");
  expect(steps.at(-1)).toBe("close");
});
