import type { SoundSources, SourceFault, SourceKind } from "../fault.ts";
import type { Random } from "../random.ts";
import { DIGIT_FAULTS } from "./digits.ts";

/** A line of `indicators.yaml` that states one figure. */
interface Entry {
  readonly line: number;
  readonly text: string;
  readonly ref: string;
  readonly value: string;
  readonly unit: string;
}

interface IndicatorFile {
  readonly path: string;
  readonly lines: readonly string[];
  readonly entries: readonly Entry[];
}

const ENTRY = /^ {2}([\w.]+): \{ value: (-?\d[\d.]*), unit: ([\w-]+),/;

function readFile({ sources }: SoundSources): IndicatorFile {
  const path = `data/${sources.year}/indicators.yaml`;
  const lines = (sources.files.get(path)?.text ?? "").split("\n");
  const entries = lines.flatMap((text, line): Entry[] => {
    const [, ref, value, unit] = ENTRY.exec(text) ?? [];
    return ref && value && unit ? [{ line, text, ref, value, unit }] : [];
  });
  return { path, lines, entries };
}

const withLines = (
  { path, lines }: IndicatorFile,
  changes: ReadonlyMap<number, string | null>,
): Map<string, string> => {
  const kept = lines.flatMap((text, line) => {
    const change = changes.get(line);
    return change === null ? [] : [change ?? text];
  });
  return new Map([[path, kept.join("\n")]]);
};

function inEntry(
  name: string,
  make: (entry: Entry, random: Random) => { readonly text: string | null; readonly what: string } | null,
): SourceKind {
  return {
    name,
    make: (sound, random): SourceFault | null => {
      const file = readFile(sound);
      const entry = random.pick(file.entries);
      const change = entry && make(entry, random);
      if (!entry || !change) return null;
      return { what: change.what, files: withLines(file, new Map([[entry.line, change.text]])) };
    },
  };
}

const inValue = (name: string, spoil: (value: string, random: Random) => string | null): SourceKind =>
  inEntry(name, ({ text, value, ref }, random) => {
    const by = spoil(value, random);
    if (by === null) return null;
    return { text: text.replace(`value: ${value},`, `value: ${by},`), what: `${ref}: ${value} → ${by}` };
  });

/** Only a percentage can be a decrease. */
const sign = inEntry("the sign lost or gained", ({ text, value, ref, unit }) => {
  if (unit !== "percent") return null;
  const by = value.startsWith("-") ? value.slice(1) : `-${value}`;
  return { text: text.replace(`value: ${value},`, `value: ${by},`), what: `${ref}: ${value} → ${by}` };
});

/** Units that a figure of another kind might be given by mistake. */
const OTHER_UNITS: Readonly<Record<string, readonly string[]>> = {
  percent: ["piece", "per-10k-people"],
  "million-yuan": ["piece", "percent"],
};

const unit = inEntry("the unit changed", ({ text, ref, unit: before }, random) => {
  const by = random.pick(OTHER_UNITS[before] ?? ["percent", "million-yuan"]);
  return by === undefined
    ? null
    : { text: text.replace(`unit: ${before},`, `unit: ${by},`), what: `${ref}: ${before} → ${by}` };
});

const swapped: SourceKind = {
  name: "two figures swapped",
  make: (sound, random) => {
    const file = readFile(sound);
    const at = random.below(file.entries.length - 1);
    const [first, second] = [file.entries[at], file.entries[at + 1]];
    if (!first || !second || first.value === second.value) return null;
    const swap = (one: Entry, other: Entry) =>
      one.text.replace(`value: ${one.value},`, `value: ${other.value},`);
    const changes = new Map([
      [first.line, swap(first, second)],
      [second.line, swap(second, first)],
    ]);
    return {
      what: `${first.ref} (${first.value}) ↔ ${second.ref} (${second.value})`,
      files: withLines(file, changes),
    };
  },
};

/** Faults in the list of indicators. */
export const INDICATOR_KINDS: readonly SourceKind[] = [
  ...Object.entries(DIGIT_FAULTS).map(([name, spoil]) => inValue(name, spoil)),
  sign,
  unit,
  inEntry("the value removed", ({ text, value, ref }) => ({
    text: text.replace(`value: ${value}, `, ""),
    what: `${ref}: no value`,
  })),
  inEntry("the value marked as missing", ({ text, value, ref }) => ({
    text: text.replace(`value: ${value},`, "status: missing,"),
    what: `${ref}: missing`,
  })),
  inEntry("the indicator deleted", ({ ref }) => ({ text: null, what: `${ref}: gone` })),
  swapped,
];
