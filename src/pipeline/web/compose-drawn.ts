import { type Composed, type ComposeRequest, compose } from "../../compose/compose.ts";
import { createTranslator } from "../../language/translator.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Edition } from "../../model/edition.ts";
import type { Report } from "../../model/report.ts";
import type { Label } from "../../web/engine.ts";
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

/** The labels of an edition. */
export function contextLabel({ locale }: Pick<Edition, "locale">): Label {
  return rememberedLabel(createTranslator(locale, new Map()).label);
}

/** Labels that take no variables are the same each time: a page asks for some of them at each paragraph. */
function rememberedLabel(label: Label): Label {
  const known = new Map<string, string>();
  return (key, variables) => {
    if (variables && Object.keys(variables).length > 0) return label(key, variables);
    const text = known.get(key) ?? label(key);
    known.set(key, text);
    return text;
  };
}
