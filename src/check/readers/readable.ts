import { type Diagnostic, error } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source-file.ts";

/** Codes of problems of reading, after which a file counts as empty. */
const UNREAD: ReadonlySet<string> = new Set(["not-utf-8", "file-too-large", "unreadable-file"]);

/** Whether there is anything to parse: an empty file is an error of its own, and one that is not UTF-8 has been told of already. */
export function isReadable({ path, text }: SourceFile, diagnostics: Diagnostic[]): boolean {
  if (diagnostics.some(({ code, file }) => UNREAD.has(code) && file === path)) return false;
  if (text.trim() !== "") return true;
  diagnostics.push(
    error({
      code: "empty-file",
      message: "the file is empty",
      place: { file: path },
      hints: ["fill it, or bring back an older copy"],
    }),
  );
  return false;
}
