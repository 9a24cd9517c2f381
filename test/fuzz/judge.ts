import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { SourceFile } from "../../src/model/source-file.ts";

/** Throws where diagnostics do not tell what they must: words, a code, and a place that the file has. */
export function judgeDiagnostics(diagnostics: readonly Diagnostic[], file?: SourceFile): void {
  const lines = file?.text.split(/\r\n?|\n/).length;
  for (const diagnostic of diagnostics) {
    const { code, message, line = 1, column = 1 } = diagnostic;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) throw new Error(`no code: ${JSON.stringify(diagnostic)}`);
    if (message.trim() === "") throw new Error(`no words: ${JSON.stringify(diagnostic)}`);
    const wrongLine = lines !== undefined && diagnostic.file === file?.path && line > lines;
    if (!(line >= 1 && column >= 1) || wrongLine)
      throw new Error(`no such place, of ${lines} lines: ${JSON.stringify(diagnostic)}`);
    if (/\[object \w+\]/.test(message) && !file?.text.includes("[object"))
      throw new Error(`says nothing: ${message}`);
  }
}

/** Throws where a reader gives neither a value nor a reason. */
export function judgeReading(value: unknown, diagnostics: readonly Diagnostic[], file: SourceFile): void {
  judgeDiagnostics(diagnostics, file);
  if (value === null && diagnostics.length === 0) throw new Error("neither a value nor a reason");
}
