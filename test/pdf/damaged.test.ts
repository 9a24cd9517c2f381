import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PdfFormatError } from "../../src/pdf/objects/error.ts";
import { decodeStream, flateStream } from "../../src/pdf/objects/streams.ts";
import { readPdf } from "../../src/pdf/read.ts";

// Found by fuzzing: what zlib says of a damaged stream came through as it was.
test("a stream that is damaged, cut short or no stream at all is refused as a format error", () => {
  const { dict, data } = flateStream("The quick brown fox".repeat(50));
  const damaged = [
    data.subarray(0, data.length >> 1),
    data.map((byte, index) => (index === 12 ? ~byte : byte)),
    Uint8Array.of(1, 2, 3),
  ];
  for (const bytes of damaged)
    expect(() => decodeStream({ kind: "stream", dict, data: bytes })).toThrow(PdfFormatError);
});

test("a PDF with other bytes in the middle of its streams is refused as a format error", () => {
  const pdf = readFileSync(join(import.meta.dirname, "../finish/fixtures/en.pdf"));
  const start = pdf.indexOf("stream\n") + 40;
  pdf.fill(0x55, start, start + 200);
  expect(() => readPdf(pdf)).toThrow(PdfFormatError);
});
