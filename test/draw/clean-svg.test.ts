import { expect, test } from "vitest";
import { cleanSvg, round } from "../../src/draw/clean-svg.ts";

test("keeps the drawing and drops what only serves a live view", () => {
  const svg =
    '<svg xmlns="x" class="marks" viewBox="0 0 9 9"><g fill="none" transform="translate(0,0)"><g class="mark" role="graphics-object" aria-label="x">' +
    '<path class="background" aria-hidden="true" d="M0,0h9v9h-9Z"/><g/><text x="1"/><path d="M0,1.23456h-0.0001" fill="#123"/></g>' +
    '<g><g><text font-family="serif"></text></g></g></g></svg>';
  expect(cleanSvg(svg, "c")).toBe('<g fill="none"><g><path d="M0,1.23h0" fill="#123"/></g></g>');
});

test("numbers in words stay as they are", () => {
  expect(cleanSvg('<text x="1.005">3.14159</text>', "c")).toBe('<text x="1">3.14159</text>');
});

test("ids cannot collide between charts", () => {
  const svg =
    '<defs><clipPath id="clip0"><rect x="0"/></clipPath></defs><g clip-path="url(#clip0)"><rect fill="#1"/></g>';
  expect(cleanSvg(svg, "chart-a")).toContain('id="chart-a-clip0"');
  expect(cleanSvg(svg, "chart-a")).toContain('clip-path="url(#chart-a-clip0)"');
});

test("rounds to two places without a negative zero", () => {
  expect([1.005, -0.001, 2.5, 1e-9].map(round)).toEqual(["1", "0", "2.5", "0"]);
});
