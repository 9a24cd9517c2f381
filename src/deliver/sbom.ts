import { z } from "zod";
import { compare } from "../model/diagnostic.ts";

const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** One package in a bill of materials, in the words of CycloneDX. */
interface Component {
  readonly type: "library";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly unknown[];
  readonly hashes: readonly { readonly alg: "SHA-512"; readonly content: string }[];
}

/**
 * The software bill of materials (CycloneDX 1.6) of what makes the editions, from the text of npm's lock file: every package that runs, with
 * version, licence and hash; fonts and browser are packages, too. No serial number and no time: the same lock file gives the same bytes.
 */
export function softwareBill(lockFile: string): string {
  const { name, version, packages } = lockSchema.parse(JSON.parse(lockFile));
  const root = packages[""];
  const components = new Map(
    Object.entries(packages)
      .filter(([path, { dev }]) => path !== "" && dev !== true)
      .map(([path, entry]) => component(path.replace(/^.*node_modules\//, ""), entry))
      .map((one) => [one["bom-ref"], one] as const),
  );
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": purlOf(name, version),
        name,
        version,
        licenses: licences(root?.license),
        purl: purlOf(name, version),
      },
    },
    components: [...components.values()].sort((a, b) => compare(a["bom-ref"], b["bom-ref"])),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

type LockEntry = z.output<typeof lockSchema>["packages"][string];

function component(name: string, { version = "", license, integrity = "" }: LockEntry): Component {
  const purl = purlOf(name, version);
  const [, sha512] = /^sha512-(\S+)/.exec(integrity) ?? [];
  const content = sha512 === undefined ? "" : Buffer.from(sha512, "base64").toString("hex");
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    licenses: licences(license),
    hashes: content === "" ? [] : [{ alg: "SHA-512", content }],
  };
}

/** A licence by its SPDX identifier, or several as an SPDX expression. */
function licences(licence: string | undefined): unknown[] {
  if (licence === undefined) return [];
  return / (?:AND|OR|WITH) /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }];
}

/** A package's URL: `pkg:npm/%40scope/name@1.2.3`. */
function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace(/^@/, "%40")}@${version}`;
}
