import { createHash, timingSafeEqual } from "node:crypto";

/** What of a request decides whether it is answered. */
export interface Knock {
  readonly method: string;
  /** The headers `Host`, `Origin` and `Sec-Fetch-Site`, where they are sent. */
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly site: string | undefined;
  /** First part of the address's path. */
  readonly token: string;
}

/** What the preview's own address is made of. */
export interface Door {
  readonly port: number;
  readonly token: string;
}

/** Why a request is not answered: status and words; null when it is. */
export type Refusal = { readonly status: 403 | 421; readonly words: string } | null;

/**
 * Only pages of the preview itself are answered: the `Host` must be this machine's own address (another name that was made to
 * point here is DNS rebinding), an `Origin` must be ours, the token must be the one of the address that was printed.
 */
export function refusal({ method, host, origin, site, token }: Knock, door: Door): Refusal {
  // Browsers leave the port of the web itself out.
  const port = door.port === 80 ? "" : `:${door.port}`;
  const hosts = ["127.0.0.1", "localhost"].map((name) => `${name}${port}`);
  if (host === undefined || !hosts.includes(host.toLowerCase()))
    return { status: 421, words: "This preview answers only at its own address." };
  const ours = origin === undefined || hosts.some((own) => origin === `http://${own}`);
  if (!ours || (method !== "GET" && method !== "HEAD" && site !== undefined && site !== "same-origin"))
    return { status: 403, words: "Other sites may not ask this preview." };
  if (!sameSecret(token, door.token))
    return { status: 403, words: "Open the whole address that whitepaper preview has printed." };
  return null;
}

/** Compares in a time that does not tell how much is right. */
function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text, "utf8").digest();
  return timingSafeEqual(digest(given), digest(secret));
}
