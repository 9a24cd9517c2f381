import { expect, test } from "vitest";
import { edited, problems } from "../support/report.ts";

test("an amount below zero is an error where it is printed as an amount", async () => {
  const found = await problems(await edited("data/2030/tables/loans.csv", "254775", "-254775"));
  expect(found.map(({ code }) => code)).toContain("negative-amount");
  expect(found[0]?.message).toContain("loans.all.books is -254775, and count prints an amount");
});

test("a change below zero is none", async () => {
  expect(await problems(await edited("data/2030/indicators.yaml", "-2.50", "-3.50"))).toEqual([]);
});
