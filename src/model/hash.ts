import { createHash, hash as hashAtOnce } from "node:crypto";

/** SHA-256 of parts, in hexadecimal digits; where one part ends matters. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  if (parts.length === 1 && parts[0] !== undefined) return hashAtOnce("sha256", parts[0]);
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}
