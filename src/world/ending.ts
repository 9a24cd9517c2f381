import { constants } from "node:os";

/** Undoes something that must not outlive the process: ends a browser, removes a folder. Never throws. */
export type Ending = () => Promise<void>;

const endings = new Set<Ending>();
/** Milliseconds that all of it may take when the user, or the system, wants us gone. */
const PATIENCE = 1_500;
let ending = false;

/** Has something undone when the process is made to end; the function given back forgets it. */
export function beforeEnding(undo: Ending): () => void {
  endings.add(undo);
  return () => void endings.delete(undo);
}

/** Whether the process has been told to end: whatever fails from now on is no news. */
export function isEnding(): boolean {
  return ending;
}

/** Undoes all that must not outlive the process, or the thread. */
export async function undoAll(): Promise<void> {
  await Promise.allSettled([...endings].map((undo) => undo()));
}

/**
 * Ends in order when the process is told to: browsers and temporary folders first, then itself, within two seconds, with the exit code
 * that shells expect (130 for Ctrl-C). A command that listens itself, as the preview does, ends in its own way.
 */
export function endOnSignals(say: (line: string) => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (process.listenerCount(signal) > 1) return;
      const code = 128 + constants.signals[signal];
      if (ending) process.exit(code);
      ending = true;
      say(`ended by ${signal}: what was delivered before is as it was`);
      const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
      void Promise.race([undoAll(), late]).then(() => process.exit(code));
    });
}
