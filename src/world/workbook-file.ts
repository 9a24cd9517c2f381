import { open } from "node:fs/promises";
import { type Diagnostic, error } from "../model/diagnostic.ts";
import { LIMITS, refusal } from "../workbook/read/messages.ts";

/** Reads a file that should be a workbook; a diagnostic when it is not there, is no file, or is too large to be one. */
export async function readWorkbookFile(path: string): Promise<Uint8Array | Diagnostic> {
  const file = await open(path, "r").catch((cause: NodeJS.ErrnoException) => cause);
  if (file instanceof Error) {
    if (file.code !== "ENOENT" && file.code !== "ENOTDIR") throw file;
    return noFile(path, "there is no such file");
  }
  try {
    const status = await file.stat();
    if (!status.isFile()) return noFile(path, "this is not a file");
    if (status.size > LIMITS.file)
      return refusal("workbook-too-large", path, `${Math.ceil(status.size / 1024 / 1024)} MB`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function noFile(path: string, message: string): Diagnostic {
  return error({
    code: "no-workbook-file",
    message,
    place: { file: path },
    hints: ["give the path of the workbook, as seen from this folder"],
  });
}
