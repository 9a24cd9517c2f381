import { hash } from "node:crypto";

/** A short hash of a text: enough to tell whether it is still the same (12 hexadecimal digits of SHA-256). */
export function fingerprint(text: string): string {
  return hash("sha256", text).slice(0, 12);
}
