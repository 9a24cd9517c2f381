import { type Composed, type ComposeRequest, compose } from "../../compose/compose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Report } from "../../model/report.ts";
import { composeRequest } from "../compose-edition.ts";
import type { DrawnEdition } from "../drawings.ts";
import { timed } from "../progress.ts";
import type { WebWorld } from "./world.ts";

/** An edition composed with its charts. */
export interface ComposedDrawn extends Composed {
  /** What the linter finds, beside us. */
  readonly linted: Promise<readonly Diagnostic[]>;
}

/** Stage 5 as soon as the charts are drawn. */
export async function composeDrawn(
  { edition, charts }: DrawnEdition,
  report: Report,
  world: WebWorld,
): Promise<ComposedDrawn> {
  const { drawn, diagnostics } = await charts;
  let linted: Promise<readonly Diagnostic[]> = Promise.resolve([]);
  const lint: ComposeRequest["lint"] = (html, styles) => {
    linted = world.workshop.lint(html, styles);
    return [];
  };
  const request = { ...composeRequest(report, edition, drawn), annotate: true, lint };
  const composed = await timed(world, "compose", () => compose(request), edition.language);
  return { ...composed, linted, diagnostics: [...diagnostics, ...composed.diagnostics] };
}
