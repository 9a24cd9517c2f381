import { expect, test } from "vitest";
import { digestOf } from "../../../src/pdf/objects/digest.ts";
import { emptyFile } from "../../../src/pdf/objects/file.ts";
import { dict, type Ref, type Value } from "../../../src/pdf/objects/values.ts";

const stream = (text: string): Value => ({
  kind: "stream",
  dict: dict({ Length: text.length }),
  data: Buffer.from(text),
});
const string = (bytes: string): Value => ({ kind: "string", bytes });
const none = () => undefined;

/** A page with content and an element in it, after so many other objects. */
function sample(before: number, content = "BT ET", alt = "a chart"): { digest: string } {
  const file = emptyFile();
  for (let i = 0; i < before; i++) file.add(i);
  const parent = file.add(dict({ Count: before }));
  const page: Ref = file.add(dict({ Type: "/Page", Parent: parent, Contents: file.add(stream(content)) }));
  const element = file.add(dict({ S: "/Figure", P: parent, Pg: page, Alt: string(alt), K: 0 }));
  return { digest: digestOf(file, [page, element], none) };
}

test("hangs neither on the objects' numbers nor on what they are in", () => {
  expect(sample(7)).toEqual(sample(0));
});

test("changes with a stream's data and with a string anywhere below", () => {
  const digests = [sample(0), sample(0, "BT  ET"), sample(0, "BT ET", "another chart")].map(
    ({ digest }) => digest,
  );
  expect(new Set(digests).size).toBe(3);
});

test("what a leaf stands for is not gone into", () => {
  const file = emptyFile();
  const inner = file.add(dict({ A: 1 }));
  const leaf = (id: number) => (id === inner.id ? "inner" : undefined);
  const before = digestOf(file, [[inner]], leaf);
  file.set(inner.id, dict({ A: 2 }));
  expect(digestOf(file, [[inner]], leaf)).toBe(before);
  expect(digestOf(file, [[inner]], () => "other")).not.toBe(before);
});

test("values that look alike are told apart", () => {
  const file = emptyFile();
  const values: Value[] = ["/1", 1, string("1"), [1], dict({ a: 1 }), null, true, "/null"];
  expect(new Set(values.map((value) => digestOf(file, [value], none))).size).toBe(values.length);
});

test("objects that refer to each other come to an end", () => {
  const file = emptyFile();
  const one = file.add(null);
  const two = file.add(dict({ Next: one }));
  file.set(one.id, dict({ Next: two }));
  expect(digestOf(file, [one], none)).toBe(digestOf(file, [two], none));
});
