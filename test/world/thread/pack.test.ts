import Big from "big.js";
import { expect, test } from "vitest";
import { pack, unpack } from "../../../src/world/thread/pack.ts";

const sent = <T>(value: T): T => unpack(structuredClone(pack(value)) as T);

test("decimal numbers arrive as they were, wherever they stand", () => {
  const value = {
    figures: new Map([["a", { value: new Big("-0.10"), places: 2 }]]),
    list: [new Big("1e21"), null, "x"],
    names: new Set(["n"]),
  };
  const arrived = sent(value);
  expect(arrived.figures.get("a")?.value).toBeInstanceOf(Big);
  expect(arrived.figures.get("a")?.value.toString()).toBe("-0.1");
  expect(arrived.list[0]).toEqual(new Big("1e21"));
  expect(arrived.list.slice(1)).toEqual([null, "x"]);
  expect(arrived.names).toEqual(new Set(["n"]));
});

test("what is shared stays shared, and what needs no packing is not copied", () => {
  const figure = { value: new Big(3) };
  const { a, b } = sent({ a: figure, b: [figure] });
  expect(b[0]).toBe(a);
  const plain = { texts: new Map([["k", { text: "t" }]]) };
  expect(pack(plain)).toBe(plain);
});

test("bytes stay bytes", () => {
  expect(sent({ pdf: new Uint8Array([1, 2]) }).pdf).toEqual(new Uint8Array([1, 2]));
});
