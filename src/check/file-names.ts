import { type Diagnostic, error } from "../model/diagnostic.ts";
import type { Sources } from "../model/source-file.ts";
import { forbiddenIn } from "./readers/forbidden.ts";

/** Signs that mean something to a shell, to HTML, to a spreadsheet or to Windows. */
const UNSAFE = /[<>:"'`|?*\\&;$=+@\n\r\t]/;

/** An error for each file whose name holds what no name of ours needs: its name becomes a part of keys, ids and names of attachments. */
export function fileNameProblems({ files }: Sources): Diagnostic[] {
  return [...files.keys()].flatMap((path) => {
    const found = unsafe(path);
    if (found === null) return [];
    return [
      error({
        code: "unsafe-file-name",
        message: `the file’s name holds ${found}`,
        place: { file: path },
        hints: ["rename it: letters, digits, “-”, “_” and “.”"],
      }),
    ];
  });
}

function unsafe(path: string): string | null {
  const sign = UNSAFE.exec(path)?.[0];
  if (sign !== undefined) return /\s/.test(sign) ? "a line break or a tab" : `“${sign}”`;
  const invisible = forbiddenIn(path);
  if (invisible) return `the invisible or private character ${invisible.code}`;
  return path.split("/").some((part) => /^__proto__(?:\.|$)/.test(part)) ? "“__proto__”" : null;
}
