import { readDestinationPages } from "../../pdf/destinations.ts";
import type { PagesMessage } from "../../preview/messages.ts";
import { fontRules } from "../../print/fonts/subset.ts";
import type { Printer } from "../../print/printer.ts";
import { type ComposeWorld, composeEdition, fontsOf } from "../compose-edition.ts";
import type { ShownEdition } from "./editions.ts";
import type { SessionState } from "./session.ts";

/** What a proof of the pages needs. */
export interface ProofRequest {
  readonly report: NonNullable<SessionState["good"]>["report"];
  readonly shown: ShownEdition;
  readonly world: ComposeWorld;
  readonly printer: Printer;
}

/** The `@font-face` rules that an edition is printed with. */
export async function printedFonts({ report, shown, world }: Omit<ProofRequest, "printer">): Promise<string> {
  const { language, composition } = shown;
  const fonts = await fontsOf(composition, { report, language, world });
  return fontRules(await fonts.faces());
}

/**
 * The pages of an edition as its print has them: what the preview shows is laid out by the reader's browser, and this tells whether the
 * browser that prints breaks the pages at the same places. Throws a `BrowserFault`.
 */
export async function proveSheets({
  report,
  shown,
  world,
  printer,
}: ProofRequest): Promise<PagesMessage | null> {
  const { language, version } = shown;
  // Without the marks of the page: what is printed has none, and they may change a line.
  const { composition } = await composeEdition({ report, language, world, unproven: true });
  if (!composition) return null;
  const rules = await printedFonts({ report, shown, world });
  const page = await printer.open(composition.html.replace("<style>", () => `<style>${rules}\n`));
  try {
    const { pages, count } = readDestinationPages(await page.print());
    const first = composition.entries.find(({ kind }) => kind === "chapter");
    const front = (first ? (pages.get(first.id) ?? 1) : 1) - 1;
    const labels = [...composition.slots.keys()].flatMap((id) => {
      const index = pages.get(id);
      return index === undefined || index <= front ? [] : [[id, String(index - front)] as const];
    });
    return { language, version, pageCount: count, labels };
  } finally {
    void page.close();
  }
}
