import type { CheckFact, EditorReport } from "../facts/facts.ts";
import { anchor, breakable, placeLink } from "../links.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { stackedBar } from "../pictures/stacked-bar.ts";
import { counted, printed } from "../words.ts";
import { discrepancyCard } from "./discrepancy.ts";
import { badge, grid, type Section } from "./section.ts";

/** The checks: discrepancies with both their sides, what cannot be computed, and, folded, all that holds. */
export function checksSection({ checks, summary }: EditorReport): Section {
  const { failed, acknowledged, notComputable, passed } = summary.checks;
  const of = (outcome: CheckFact["outcome"]) => checks.filter((check) => check.outcome === outcome);
  return {
    id: "checks",
    title: "Checks",
    hint: `${failed + acknowledged}`,
    body:
      checks.length === 0
        ? html`<p class="quiet">No checks are declared.</p>`
        : html`${kinds(checks)}
${failed > 0 && html`<h3>Discrepancies that nobody has acknowledged</h3>${clusters(of("failed"))}`}
${acknowledged > 0 && html`<h3>Acknowledged discrepancies</h3>${clusters(of("acknowledged"))}`}
${notComputable > 0 && html`<h3>Not computable</h3>${uncomputed(of("not-computable"))}`}
${passed > 0 && html`<h3>What holds</h3>${holding(of("passed"))}`}`,
  };
}

function kinds(checks: readonly CheckFact[]): Markup {
  const rows = [...Map.groupBy(checks, ({ kind }) => kind)].map(([kind, list]) => {
    const parts = OUTCOMES.map(({ outcome, tone, label }) => ({
      tone,
      label,
      count: list.filter((check) => check.outcome === outcome).length,
    }));
    const amiss = parts.slice(1).filter(({ count }) => count > 0);
    const said = amiss.map(({ count, label }) => `${count} ${label}`);
    return [
      kind.replaceAll("-", " "),
      list.length,
      stackedBar(parts),
      said.length > 0 ? said.join(", ") : "all hold",
    ];
  });
  return grid({
    caption: "Checks by kind",
    head: ["Kind", "Checks", "Outcome", "But for"],
    numbers: [1],
    rows,
  });
}

const OUTCOMES = [
  { outcome: "passed", tone: "good", label: "hold" },
  { outcome: "failed", tone: "bad", label: "failed" },
  { outcome: "acknowledged", tone: "noted", label: "acknowledged" },
  { outcome: "not-computable", tone: "none", label: "not computable" },
] as const;

/** Discrepancies of one size have most likely one cause: they stand together, before those that stand alone. */
function clusters(list: readonly CheckFact[]): Content {
  const bySize = [...Map.groupBy(list, ({ difference }) => difference?.replace("-", "") ?? "")];
  const shared = bySize.filter(([, own]) => own.length > 1);
  const alone = bySize.flatMap(([, own]) => (own.length === 1 ? own : []));
  return html`${shared.map(
    ([difference, own]) =>
      html`<p class="cluster">${counted(own.length, "check")} off by ${printed(difference)}, most likely for one reason</p>${cards(own)}`,
  )}${alone.length > 0 && shared.length > 0 && html`<p class="cluster">Others</p>`}${alone.length > 0 && cards(alone)}`;
}

function cards(list: readonly CheckFact[]): Markup {
  return html`<div class="cards">${list.map(discrepancyCard)}</div>`;
}

function uncomputed(list: readonly CheckFact[]): Markup {
  return html`<details><summary><span>${counted(list.length, "check")}</span> <span class="quiet">a figure is missing</span></summary>
${grid({
  caption: "Checks that lack a figure",
  head: ["Check", "Says", "Why not", "Declared at"],
  rows: list.map(({ id, says, finding, place }) => [name(id), says ?? "–", finding, placeLink(place)]),
})}</details>
`;
}

function holding(list: readonly CheckFact[]): Markup[] {
  return [...Map.groupBy(list, ({ kind }) => kind)].map(
    ([
      kind,
      own,
    ]) => html`<details><summary><span>${kind.replaceAll("-", " ")}</span> <span class="quiet">${counted(own.length, "check")}</span></summary>
${grid({
  caption: `Checks that hold: ${kind}`,
  head: ["Check", "Says", "Stated", "Found", "Declared at"],
  numbers: [2],
  rows: own.map(({ id, says, stated, grouped, finding, place }) => [
    html`${badge("good", "")}${name(id)}`,
    says ?? "–",
    printed(stated, grouped),
    finding,
    placeLink(place),
  ]),
})}</details>
`,
  );
}

function name(id: string): Markup {
  return html`<code id="${anchor("check", id)}">${breakable(id)}</code>`;
}
