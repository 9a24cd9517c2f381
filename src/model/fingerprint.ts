import { createHash } from "node:crypto";

/** A short hash of a text: enough to tell whether it is still the same (12 hexadecimal digits of SHA-256). */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 12);
}
