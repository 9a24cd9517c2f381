import Big from "big.js";
import { z } from "zod";
import { type Diagnostic, error, warning } from "../../model/diagnostic.ts";
import type { Acknowledgement, CheckResult } from "../../model/identity.ts";
import { type Memo, NO_MEMO } from "../../model/memo.ts";
import { suggest } from "../../model/nearest.ts";
import type { Sources } from "../../model/source-file.ts";
import { type Document, parse } from "../readers/document.ts";
import { readYaml } from "../readers/yaml.ts";
import { isoDate } from "../schemas/scalars.ts";

const common = {
  /** The accepted difference, exactly: what is stated less what the other figures give. */
  difference: z
    .string()
    .regex(/^[-−]?\d+(\.\d+)?$/, { error: "a number" })
    .transform((text) => new Big(text.replace("−", "-"))),
  /** Why it is accepted. */
  reason: z.string().min(1),
  /** The office that decided. */
  decided_by: z.string().min(1),
  /** Day of the decision. */
  date: isoDate,
};

const acknowledgement = z.discriminatedUnion(
  "print",
  [
    z.strictObject({
      ...common,
      /** Readers are told: a note stands under the table. */
      print: z.literal(true),
      /** Key of the note's text: `exhibits.tables.<table>.notes.<note>`. */
      note: z.string().regex(/^exhibits\.tables\.[^.]+\.notes\.[^.]+$/, {
        error: "a key such as exhibits.tables.patents_valid.notes.n3",
      }),
    }),
    z.strictObject({ ...common, print: z.literal(false) }),
  ],
  { error: "a mapping with print: true and a note, or print: false" },
);

/** `data/<year>/acknowledgements.yaml`: discrepancies that the editors accept, by the id of the check. */
export const acknowledgementsSchema = z.strictObject({
  acknowledgements: z.record(z.string(), acknowledgement).default({}),
});

/** The accepted discrepancies of a file, as far as it could be read. */
export interface Acknowledgements {
  readonly list: readonly Acknowledgement[];
  /** Whether a check's entry is there and could not be read: what it accepts is not known, so its discrepancy is not told. */
  readonly isUnread: (check: string) => boolean;
}

/** Reads the accepted discrepancies; an entry that is wrong takes no other with it. */
export function readAcknowledgements(
  sources: Sources,
  diagnostics: Diagnostic[],
  memo: Memo = NO_MEMO,
): Acknowledgements {
  const source = sources.files.get(`data/${sources.year}/acknowledgements.yaml`);
  if (!source) return { list: [], isUnread: () => false };
  const document = readYaml(source, diagnostics, memo);
  if (!document) return { list: [], isUnread: () => true };
  const outline = outlineSchema.safeParse(document.value).data;
  parse(acknowledgementsSchema, document, diagnostics);
  if (!outline) return { list: [], isUnread: () => true };
  const entries = Object.entries(outline.acknowledgements);
  const list = entries.flatMap(([check, entry]) => {
    const { data: input } = acknowledgement.safeParse(entry);
    return input ? [toAcknowledgement(check, input, document)] : [];
  });
  const read = new Set(list.map(({ check }) => check));
  const given = new Set(entries.map(([check]) => check));
  return { list, isUnread: (check) => given.has(check) && !read.has(check) };
}

const outlineSchema = z.object({ acknowledgements: z.record(z.string(), z.unknown()).default({}) });

function toAcknowledgement(
  check: string,
  input: z.output<typeof acknowledgement>,
  document: Document,
): Acknowledgement {
  return {
    check,
    difference: input.difference,
    reason: input.reason,
    decidedBy: input.decided_by,
    date: input.date,
    note: input.print ? input.note : null,
    place: placeOf(document, check),
  };
}

function placeOf(document: Document, check: string): Acknowledgement["place"] {
  return document.place(["acknowledgements", check]);
}

/** What acknowledgements are held against. */
export interface Accepted {
  readonly results: readonly CheckResult[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** Keys of the source language's texts. */
  readonly texts: ReadonlySet<string>;
}

/** Acknowledgements that accept nothing: of unknown checks, of passing ones, or with a note that no text gives. */
export function idleAcknowledgements({ results, acknowledgements, texts }: Accepted): Diagnostic[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  return acknowledgements.flatMap((acknowledged) => {
    const result = byId.get(acknowledged.check);
    return result
      ? [...idle(acknowledged, result), ...withoutNote(acknowledged, texts)]
      : [unknown(acknowledged, byId.keys())];
  });
}

function unknown({ check, place }: Acknowledgement, known: Iterable<string>): Diagnostic {
  return error({
    code: "unknown-check",
    message: `there is no check “${check}” to acknowledge`,
    place,
    hints: suggest(check, known),
  });
}

function idle({ check, place }: Acknowledgement, { outcome, finding }: CheckResult): Diagnostic[] {
  if (outcome === "failed") return [];
  if (outcome === "passed")
    return [
      error({
        code: "needless-acknowledgement",
        message: `${check} passes: its acknowledgement is no longer needed`,
        place,
        hints: ["remove it, and its printed note if there is one"],
      }),
    ];
  return [
    warning({
      code: "idle-acknowledgement",
      message: `${check} cannot be computed, so nothing is acknowledged: ${finding}`,
      place,
      hints: ["supply the figure, or remove the acknowledgement"],
    }),
  ];
}

function withoutNote({ check, note, place }: Acknowledgement, texts: ReadonlySet<string>): Diagnostic[] {
  if (note === null || texts.has(note)) return [];
  return [
    error({
      code: "no-note-text",
      message: `${check}: the note “${note}” is to be printed, but there is no such text`,
      place,
      hints: [
        ...suggest(
          note,
          [...texts].filter((key) => key.startsWith("exhibits.") && key.includes(".notes.")),
        ),
        "write the text, or set print: false",
      ],
    }),
  ];
}
