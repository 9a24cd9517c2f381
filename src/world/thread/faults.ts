import { BrowserFault, type BrowserFaultCode } from "../../print/printer.ts";
import { SystemTrouble } from "../trouble.ts";

/** A fault as it is sent from one thread to another, where errors lose their class and all but their message. */
export interface Fault {
  readonly kind: "browser" | "trouble" | "other";
  readonly error: unknown;
  readonly message: string;
  readonly code: unknown;
  readonly hints: readonly string[];
}

/** What was thrown, to be sent. */
export function faultOf(cause: unknown): Fault {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const code = "code" in error ? error.code : undefined;
  const told = { error: plain(error), message: error.message, code };
  if (cause instanceof BrowserFault) return { ...told, kind: "browser", hints: cause.hints };
  if (cause instanceof SystemTrouble) return { ...told, kind: "trouble", hints: cause.hints };
  return { ...told, kind: "other", hints: [] };
}

/** What was thrown there, to be thrown here. */
export function faultFrom({ kind, error, message, code, hints }: Fault): unknown {
  if (kind === "browser")
    return new BrowserFault({ code: code as BrowserFaultCode, message, hints, cause: error });
  if (kind === "trouble") return new SystemTrouble(message, String(code), hints, error);
  return code === undefined ? error : Object.assign(error as Error, { code });
}

/** An error without what cannot be sent, such as what caused it. */
function plain({ name, message, stack }: Error): Error {
  return Object.assign(new Error(message), { name, stack });
}
