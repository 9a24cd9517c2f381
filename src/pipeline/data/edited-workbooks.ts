import { z } from "zod";
import type { OutputFolder } from "../../deliver/deliver.ts";
import { type Diagnostic, warning } from "../../model/diagnostic.ts";
import { hashOf } from "../cache/store.ts";

const files = z.array(z.object({ path: z.string(), hash: z.string().optional() }));
const descriptorSchema = z.object({ resources: files, workbooks: files.optional() });

/** The files that a description lists, with their hashes; none when it cannot be read. */
export function listedFiles(bytes: Uint8Array | null): Map<string, string> {
  try {
    const content = descriptorSchema.safeParse(
      JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())),
    );
    const listed = [...(content.data?.resources ?? []), ...(content.data?.workbooks ?? [])];
    return new Map(listed.map(({ path, hash = "" }) => [path, hash.replace(/^sha256:/, "")]));
  } catch {
    return new Map();
  }
}

/** What a delivery finds and brings. */
export interface Delivered {
  /** Folder of the package, with `/` at its end. */
  readonly folder: string;
  /** Files that the last delivery listed, with their hashes. */
  readonly listed: ReadonlyMap<string, string>;
  /** Files that are about to take their places. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Someone may have edited a workbook where it was delivered: before a new one takes its place, it is kept beside it under another name,
 * and the editor is told.
 */
export async function keepEditedWorkbooks(
  { folder, listed, files }: Delivered,
  output: OutputFolder,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const [path, hash] of listed) {
    const next = files.get(path);
    const present = path.endsWith(".xlsx") && next ? await output.read(folder + path) : null;
    if (!present || !next || hashOf(present) === hash || hashOf(present) === hashOf(next)) continue;
    const kept = await freeName(folder, path, output);
    await output.write(folder + kept, present);
    found.push(edited(`${folder}${path}`, kept));
  }
  return found;
}

async function freeName(folder: string, path: string, output: OutputFolder): Promise<string> {
  for (let count = 1; ; count++) {
    const name = path.replace(/\.xlsx$/, `.edited${count === 1 ? "" : `-${count}`}.xlsx`);
    if ((await output.read(folder + name)) === null) return name;
  }
}

function edited(file: string, kept: string): Diagnostic {
  return warning({
    code: "edited-workbook",
    message: `${file} was changed since it was made; it is kept as ${kept}`,
    hints: [`whitepaper import takes its changes over into the data; else delete ${kept}`],
  });
}
