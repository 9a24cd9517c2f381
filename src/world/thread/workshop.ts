import type { Workshop } from "../../pipeline/workshop.ts";
import { openThread } from "./thread.ts";
import type { Work } from "./workshop-worker.ts";

/** MiB for young objects: drawing makes many that die soon, and each collection takes the other threads' time. */
const YOUNG = 96;

/** How long it may take to end by itself, in milliseconds: it may be at work. */
const PATIENCE = 500;

/** A thread that draws charts, lints HTML and cuts fonts. It keeps no process alive that waits for none; `end` ends it before that. */
export function openWorkshop(): Workshop & { readonly end: () => Promise<void> } {
  const { prepare, ask, rest, end } = openThread<Work>({
    name: "workshop",
    young: YOUNG,
    patience: PATIENCE,
  });
  return {
    prepare,
    // Drawing reads the specification; the rows' exact decimals could not be sent.
    drawChart: ({ rows: _, ...view }) => ask({ kind: "chart", view }),
    lint: (html, styles) => ask({ kind: "lint", html, styles }),
    cutFaces: (language, characters) => ask({ kind: "cut", language, characters }),
    packFont: (face, characters) => ask({ kind: "font", face, characters }),
    rest,
    end,
  };
}
