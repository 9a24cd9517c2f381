import { BrowserFault } from "../../print/printer.ts";
import type { Failure } from "./messages.ts";

/** An error as it may be sent to another thread. */
export function packError(cause: unknown): Failure {
  if (!(cause instanceof Error)) return { message: String(cause), stack: "" };
  const { message, stack = "" } = cause;
  if (cause instanceof BrowserFault) {
    const { code, hints } = cause;
    return { message, stack, fault: { code, message, hints } };
  }
  const code = "code" in cause ? String(cause.code) : undefined;
  return { message, stack, ...(code === undefined ? {} : { code }) };
}

/** The error again: a `BrowserFault` where it was one, and with the stack that it had. */
export function unpackError({ message, stack, fault, code }: Failure): Error {
  const error = fault ? new BrowserFault(fault) : new Error(message);
  error.stack = stack;
  return code === undefined ? error : Object.assign(error, { code });
}
