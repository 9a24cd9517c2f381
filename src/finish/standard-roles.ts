import type { PdfFile } from "../pdf/objects/file.ts";
import { dict, type Ref, type Value } from "../pdf/objects/values.ts";
import type { Conformance } from "./request.ts";

/** What makes roles known to readers. */
export interface StandardRoles {
  /** The namespace that an element of that role names; where it names none, the role is remembered for the root's RoleMap. */
  readonly namespaceOf: (role: string) => Ref | undefined;
  /** Entries of the structure tree's root, once all elements have been asked for. */
  readonly rootEntries: () => Record<string, Value>;
}

/** Roles that PDF 1.7 does not know (ISO 32000-1, 14.8.4), and the nearest that it does. */
const NEAREST_1_7: Record<string, string> = {
  Strong: "Span",
  Em: "Span",
  Sub: "Span",
  Aside: "Div",
  DocumentFragment: "Div",
  Title: "P",
  FENote: "Note",
};

/** Roles of the namespace of PDF 2.0 (ISO 32000-2, 14.8.4). */
const PDF_2_0 = new Set(
  (
    "Document DocumentFragment Part Sect Div Aside NonStruct P H H1 H2 H3 H4 H5 H6 Title FENote Sub Lbl Span Em Strong Link Annot " +
    "Form Ruby RB RT RP Warichu WT WP L LI LBody Table TR TH TD THead TBody TFoot Caption Figure Formula Artifact"
  ).split(" "),
);

const NAMESPACE_2_0 = "http://iso.org/pdf2/ssn";

/** What makes all roles of a structure standard ones. */
export function standardRoles(file: PdfFile, conformance: Conformance): StandardRoles {
  if (conformance === "ua2-a4f") {
    const namespace = file.add(dict({ Type: "/Namespace", NS: { kind: "string", bytes: NAMESPACE_2_0 } }));
    return {
      namespaceOf: (role) => (PDF_2_0.has(role) ? namespace : undefined),
      rootEntries: () => ({ Namespaces: [namespace] }),
    };
  }
  const used = new Set<string>();
  return {
    namespaceOf: (role) => {
      used.add(role);
      return undefined;
    },
    rootEntries: () => roleMap(used),
  };
}

function roleMap(used: ReadonlySet<string>): Record<string, Value> {
  const mapped = [...used].sort().flatMap((role): [string, Value][] => {
    const nearest = NEAREST_1_7[role];
    return nearest === undefined ? [] : [[role, `/${nearest}`]];
  });
  return mapped.length > 0 ? { RoleMap: dict(Object.fromEntries(mapped)) } : {};
}
