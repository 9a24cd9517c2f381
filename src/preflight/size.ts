import { attachedSize } from "../pdf/attached-size.ts";
import type { Complaints } from "./complaints.ts";
import type { Opened } from "./reading/finished.ts";

/** An edition should have at most so many bytes without its attached data. */
const BUDGET = 1_000_000;

/** Warns of an edition that is too large to send around. */
export function checkSize({ size, file }: Opened, complaints: Complaints): void {
  const own = size - attachedSize(file);
  if (own <= BUDGET) return;
  complaints.warning({
    code: "too-large",
    message: `the document has ${(own / 1e6).toFixed(2)} MB without its data, expected at most ${(BUDGET / 1e6).toFixed(1)} MB`,
    hints: ["look for pictures, and for fonts that are not subset"],
  });
}
