import { createHash } from "node:crypto";

/** SHA-256 of parts, in hexadecimal digits; where one part ends matters. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  if (parts.length === 1 && parts[0] !== undefined) return hash.update(parts[0]).digest("hex");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}
