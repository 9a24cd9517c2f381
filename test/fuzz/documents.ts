import { readFileSync } from "node:fs";
import { join } from "node:path";
import { finish } from "../../src/finish/finish.ts";
import { PdfFormatError } from "../../src/pdf/objects/error.ts";
import { openFinished, readFinished } from "../../src/preflight/reading/finished.ts";
import { request } from "../finish/request.ts";
import { mutatedBytes } from "./mutate.ts";
import type { Target } from "./target.ts";

const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, "../finish/fixtures", name));

/** A PDF that is none of ours is refused by one kind of error and no other. */
const refusing = (read: (pdf: Uint8Array) => unknown) => (input: string | Uint8Array) => {
  try {
    read(Buffer.from(input));
  } catch (cause) {
    if (!(cause instanceof PdfFormatError)) throw cause;
  }
};

/** The reader of PDFs and what finishes them. */
export function pdfTargets(): Target[] {
  const printed = [fixture("en.pdf"), fixture("ko.pdf")];
  const finished = printed.map((pdf) => finish(pdf, request()).bytes);
  return [
    {
      name: "PDF finisher",
      share: 700,
      next: (random) => mutatedBytes(random.pick(printed) ?? new Uint8Array(), random),
      read: refusing((pdf) => finish(pdf, request())),
    },
    {
      name: "PDF reader",
      share: 1_500,
      next: (random) => mutatedBytes(random.pick([...printed, ...finished]) ?? new Uint8Array(), random),
      read: refusing((pdf) => readFinished(openFinished(pdf))),
    },
  ];
}
