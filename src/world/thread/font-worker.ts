import { parentPort } from "node:worker_threads";
import type { Face } from "../../model/faces.ts";
import { cutFace } from "../../web/fonts/faces.ts";
import { readFont } from "../fonts.ts";

/** What is asked of the thread that cuts fonts. */
export interface FontOrder {
  readonly id: number;
  readonly face: Face;
  readonly characters: string;
}

/** What it answers: the packed font, or why there is none. */
export type FontAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly fault: unknown };

parentPort?.on("message", (order: FontOrder) => {
  void cut(order).then((answer) => parentPort?.postMessage(answer));
});

async function cut({ id, face, characters }: FontOrder): Promise<FontAnswer> {
  try {
    return { id, bytes: await cutFace(await readFont(face), { characters }) };
  } catch (fault) {
    return { id, fault };
  }
}
