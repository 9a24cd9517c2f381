import { expect, test } from "vitest";
import { wholeDocuments } from "./documents.ts";

test("of each edition the document with all its fonts is kept", () => {
  const page = (language: string, fonts: string) => `<!doctype html><html lang="${language}">${fonts}</html>`;
  const [light, whole, korean] = [page("en", "one"), page("en", "one and another"), page("ko", "one")];
  expect([...wholeDocuments([light, whole, korean])]).toEqual([
    ["en", whole],
    ["ko", korean],
  ]);
  expect([...wholeDocuments([whole, light]).values()]).toEqual([whole]);
});
