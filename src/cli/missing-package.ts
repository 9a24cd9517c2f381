/** The npm package that an import could not find; null when the trouble is another one, a file of ours that is not there among them. */
export function missingPackage(cause: unknown): string | null {
  if (!(cause instanceof Error) || !("code" in cause)) return null;
  if (cause.code !== "MODULE_NOT_FOUND" && cause.code !== "ERR_MODULE_NOT_FOUND") return null;
  const [, name = null] =
    /^Cannot find (?:module|package) '((?:@[\w.-]+\/)?\w[\w.-]*)/.exec(cause.message) ?? [];
  return name;
}
