import type { Report } from "../../src/model/report.ts";
import { type Binding, bindings } from "./binding.ts";
import { type Outcome, type Row, unexplained } from "./campaign.ts";
import { CATCHERS } from "./catchers.ts";
import type { PrintedFault } from "./print-sample.ts";

/** What `docs/faults.md` tells. */
export interface FaultReport {
  readonly seed: string;
  readonly rows: readonly Row[];
  readonly report: Report;
  readonly printed: readonly PrintedFault[];
}

/** Rows as a Markdown table. */
function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

const missed = (outcomes: readonly Outcome[]): Outcome[] =>
  outcomes.filter(({ caught }) => caught.length === 0);

/** “identity 4, schema 2”: how many outcomes each catcher has. */
function byCatcher(outcomes: readonly Outcome[], which: (outcome: Outcome) => readonly string[]): string {
  const counts = CATCHERS.map(
    (catcher) => [catcher, outcomes.filter((outcome) => which(outcome).includes(catcher)).length] as const,
  );
  return counts.flatMap(([catcher, count]) => (count > 0 ? [`${catcher} ${count}`] : [])).join(", ") || "–";
}

/** The table of one group: kinds, how many were tried, and what caught them. */
export function groupTable(rows: readonly Row[]): string {
  const released = rows.some(({ outcomes }) => outcomes.some(({ afterRelease }) => afterRelease !== null));
  const header = [
    "kind of fault",
    "tried",
    "first caught by",
    "caught by",
    "missed",
    ...(released ? ["missed after release"] : []),
  ];
  const lines = rows.map(({ kind, outcomes }) => [
    kind,
    String(outcomes.length),
    byCatcher(outcomes, ({ caught }) => caught.slice(0, 1)),
    byCatcher(outcomes, ({ caught }) => caught),
    String(missed(outcomes).length),
    ...(released ? [String(outcomes.filter(({ afterRelease }) => afterRelease === false).length)] : []),
  ]);
  return markdownTable(header, lines);
}

/** The tables of all groups, with their headings. */
export function groupTables(rows: readonly Row[]): string {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups
    .map((group) => `### ${group}\n\n${groupTable(rows.filter((row) => row.group === group))}`)
    .join("\n\n");
}

/** “437 faults: 412 caught, 25 missed”. */
export function summary(rows: readonly Row[]): string {
  const all = rows.flatMap(({ outcomes }) => outcomes);
  const none = missed(all);
  const open = unexplained(rows).length;
  const mild = all.filter(({ caught, mildly }) => caught.length > 0 && mildly).length;
  return `${all.length} faults: ${all.length - none.length} caught (${mild} of them by a warning that does not stop the build), ${none.length} missed, ${open} of them without a reason.`;
}

function missedSection(rows: readonly Row[]): string {
  const all = rows.flatMap(({ kind, outcomes }) => missed(outcomes).map((outcome) => ({ kind, ...outcome })));
  if (all.length === 0) return "None.";
  return markdownTable(
    ["fault", "what", "why", "after release"],
    all.map(({ kind, what, reason, afterRelease }) => [
      kind,
      what,
      reason ?? "**no reason**",
      afterRelease === null ? "–" : afterRelease ? "caught" : "missed",
    ]),
  );
}

function mildSection(rows: readonly Row[]): string {
  const mild = rows.flatMap(({ kind, outcomes }) =>
    outcomes
      .filter(({ caught, mildly }) => caught.length > 0 && mildly)
      .map(({ what }) => `- ${kind}: ${what}`),
  );
  return mild.length === 0 ? "None." : mild.join("\n");
}

const KIND_LISTS = {
  not: "No check looks at these: a wrong value is noticed only by who knows better, or after the release by the revision’s guard.",
  loosely:
    "Checks keep these within bounds (at least, at most, possible as a rounded share or growth): a change beyond the bounds is caught, a smaller one is not.",
} as const;

function bindingSection(all: readonly Binding[]): string {
  const of = (hold: Binding["hold"]) => all.filter((binding) => binding.hold === hold);
  const listed = (refs: readonly Binding[]) => refs.map(({ ref }) => `\`${ref}\``).join(", ");
  const loose = markdownTable(
    ["figure", "kinds of check"],
    of("loosely").map(({ ref, kinds }) => [`\`${ref}\``, kinds.join(", ")]),
  );
  return [
    `Of ${all.length} figures with a value, ${of("exactly").length} are bound exactly (any change of the value breaks an identity), ${of("loosely").length} loosely, ${of("not").length} not at all.`,
    `### Bound by no identity (${of("not").length})`,
    KIND_LISTS.not,
    `${listed(of("not"))}.`,
    `### Bound loosely (${of("loosely").length})`,
    KIND_LISTS.loosely,
    loose,
    `### Bound exactly (${of("exactly").length})`,
    exactSection(of("exactly")),
  ].join("\n\n");
}

/** Exactly bound figures by their kinds: there are too many cells to name each. */
function exactSection(all: readonly Binding[]): string {
  const groups = new Map<string, string[]>();
  for (const { ref, kinds } of all) {
    const key = `${ref.split(".")[0]}\n${kinds.join(", ")}`;
    groups.set(key, [...(groups.get(key) ?? []), ref]);
  }
  const rows = [...groups].map(([key, refs]) => {
    const [name = "", kinds = ""] = key.split("\n");
    return [`\`${name}\``, String(refs.length), kinds];
  });
  return markdownTable(["table or group", "figures", "kinds of check"], rows);
}

function printedSection(printed: readonly PrintedFault[]): string {
  const same = printed.filter(({ printed: a, unprinted: b }) =>
    b.every((catcher) => a.includes(catcher)),
  ).length;
  return [
    `Faults in pages are judged on the texts of the composed page’s elements, which stand for the texts that the PDF’s structure gives back. To prove that this is honest, ${printed.length} faults went the whole way with the small report of \`test/cases/libraries\`: tampered HTML, printed by the browser, finished, read back, preflighted. In ${same} of ${printed.length} the print was caught by all that caught it without one.`,
    markdownTable(
      ["fault", "what", "caught in the PDF by", "without printing"],
      printed.map(({ kind, what, printed: a, unprinted: b }) => [kind, what, a.join(", "), b.join(", ")]),
    ),
  ].join("\n\n");
}

const INTRODUCTION = `Generated by \`npm run faults\`; do not edit. \`npm run faults -- SEED\` prints the tables for other faults.

Single faults are put, one at a time, into copies of the data, the texts and the composed pages of the 2021 report, at places that a seed chooses. Each copy goes through the real code: faults in files through \`check\`, faults in pages through the comparison that preflight makes with what it reads back from the PDF.

What catches: **schema** (reading the files: types, names, places, references, formats), **missing data** (a gap is told, as a warning), **identity** (what must hold between figures), **lint** (typed figures and typography), **translation** (confirmed to fit the English as both are now, same figures, same markup), **glossary**; in pages **words** (word for word what was composed), **figures** (every number parsed back to a value and held against the data, whatever the words; in charts by the place of each label, and in their alternative texts), **contents** (page numbers), **editions** (the four against each other). *Missed after release*: faults that are still missed once the sound report is released; the revision’s guard finds every changed figure.

A figure lives once. When it is wrong in the data it is wrong alike in all four editions, and only an identity, or the revision’s guard, can tell.`;

/** \`docs/faults.md\`. */
export function faultsDocument({ seed, rows, report, printed }: FaultReport): string {
  const sections = [
    "# Seeded faults",
    INTRODUCTION,
    `Seed \`${seed}\`. ${summary(rows)}`,
    "## Caught and missed",
    groupTables(rows),
    "## Missed, and why",
    missedSection(rows),
    "## Caught by a warning only",
    mildSection(rows),
    "## What binds each figure",
    bindingSection(bindings(report)),
    "## Through a real print",
    printedSection(printed),
  ];
  return `${sections.join("\n\n")}\n`;
}
