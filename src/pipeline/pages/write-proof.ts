import { z } from "zod";
import type { OutputFolder } from "../../deliver/deliver.ts";
import { fingerprint } from "../../model/fingerprint.ts";
import type { Impact } from "../../model/impact.ts";
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
  /** The changes that it is for. */
  readonly impact: Impact;
  readonly pictures: readonly Picture[];
}

const FACTS = "pages.json";

/** What an earlier proof says of its pictures, and of the changes that it is for; nothing else in the folder is ever taken away. */
const earlierSchema = z.object({
  pictures: z.array(z.string().regex(/^[\w-]+-(?:before|after)-\d+\.png$/)),
  changes: z.string(),
});

/** The fingerprint of the changes that a proof is for. */
export function changesFingerprint(impact: Impact): string {
  return fingerprint(JSON.stringify(impact));
}

/** The fingerprint of the changes that the proof in the output is for; null if there is none. */
export async function provenChanges(year: number, output: OutputFolder): Promise<string | null> {
  return (await earlierProof(year, output))?.changes ?? null;
}

/** Writes a proof in place of an earlier one: first what the page shows, then the page, then what it no longer shows is taken away. */
export async function writeProof(
  { year, html, facts, impact, pictures }: ProofFiles,
  output: OutputFolder,
): Promise<void> {
  const folder = `${year}/impact`;
  const earlier = (await earlierProof(year, output))?.pictures ?? [];
  const names = pictures.map(({ file }) => file);
  for (const { file, png } of pictures) await output.write(`${folder}/${file}`, png);
  const encoder = new TextEncoder();
  await output.write(indexFile(year), encoder.encode(html));
  const json = `${JSON.stringify({ ...facts, changes: changesFingerprint(impact), pictures: names }, null, 2)}\n`;
  await output.write(`${folder}/${FACTS}`, encoder.encode(json));
  for (const file of earlier.filter((name) => !names.includes(name)))
    await output.remove(`${folder}/${file}`);
}

async function earlierProof(year: number, output: OutputFolder) {
  const bytes = await output.read(`${year}/impact/${FACTS}`);
  if (!bytes) return undefined;
  try {
    return earlierSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
