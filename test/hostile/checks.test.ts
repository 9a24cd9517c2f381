import { expect, test } from "vitest";
import { ferries, messages } from "../check/identities/ferries.ts";
import { judged, tableOf } from "../check/identities/sample.ts";

const PATIENCE = { timeout: 60_000 };

test("many declarations cannot have too many checks together", PATIENCE, () => {
  const each = "{ a: ferries.*, b: ferries.*, c: ferries.*, d: ferries.*, e: ferries.* }";
  const one = (name: string) =>
    `  ${name}: { kind: equality, each: ${each}, figure: "{a}{b}{c}{d}{e}", equals: "1" }\n`;
  const said = ferries({ checks: `checks:\n${["a", "b", "c", "d", "e", "f", "g"].map(one).join("")}` });
  expect(messages(said).filter((text) => text.includes("too-many-checks"))).toEqual([
    "error: “each” repeats the check 7776 times; a report may have 50000 checks in all [too-many-checks]",
  ]);
});

test("thousands of checks that fail at once take seconds, not minutes", PATIENCE, () => {
  const rows = 2_000;
  const cells = Array.from({ length: rows }, (_, i) => [i + 1, 5]);
  const check = '{ kind: sum, each: { r: t.* }, total: "t.{r}.c0", parts: [t.r0.c1, "t.{r}.c1"] }';
  const begun = performance.now();
  const failed = judged(`checks:\n  a: ${check}\n`, tableOf(cells)).filter(
    ({ outcome }) => outcome === "failed",
  );
  expect(failed).toHaveLength(rows - 1);
  expect(performance.now() - begun).toBeLessThan(30_000);
});
