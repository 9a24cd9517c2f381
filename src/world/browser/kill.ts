/** Ends a browser's processes: they are a group of their own, and a stopped one ends by nothing less. */
export function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
