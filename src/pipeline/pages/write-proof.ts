import { z } from "zod";
import type { OutputFolder } from "../../deliver/deliver.ts";
import type { Picture } from "./pictures.ts";

/** The page of a proof inside the output folder. */
export function indexFile(year: number): string {
  return `${year}/impact/index.html`;
}

/** What is written. */
export interface ProofFiles {
  readonly year: number;
  readonly html: string;
  /** Written as `pages.json`. */
  readonly facts: object;
  readonly pictures: readonly Picture[];
}

const FACTS = "pages.json";

/** What an earlier proof says of its pictures; nothing else in the folder is ever taken away. */
const earlierSchema = z.object({ pictures: z.array(z.string().regex(/^[\w-]+-(?:before|after)-\d+\.png$/)) });

/** Writes a proof in place of an earlier one: first what the page shows, then the page, then what it no longer shows is taken away. */
export async function writeProof(
  { year, html, facts, pictures }: ProofFiles,
  output: OutputFolder,
): Promise<void> {
  const folder = `${year}/impact`;
  const earlier = await earlierPictures(`${folder}/${FACTS}`, output);
  const names = pictures.map(({ file }) => file);
  for (const { file, png } of pictures) await output.write(`${folder}/${file}`, png);
  const encoder = new TextEncoder();
  await output.write(indexFile(year), encoder.encode(html));
  const json = `${JSON.stringify({ ...facts, pictures: names }, null, 2)}\n`;
  await output.write(`${folder}/${FACTS}`, encoder.encode(json));
  for (const file of earlier.filter((name) => !names.includes(name)))
    await output.remove(`${folder}/${file}`);
}

async function earlierPictures(path: string, output: OutputFolder): Promise<readonly string[]> {
  const bytes = await output.read(path);
  if (!bytes) return [];
  try {
    return earlierSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.pictures ?? [];
  } catch {
    return [];
  }
}
