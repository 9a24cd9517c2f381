/** One thing that doctor looked at. */
export interface Finding {
  readonly what: string;
  readonly value: string;
  /** Where it comes from: a path or a package. */
  readonly from: string;
  /** Whether it is as it should be. */
  readonly ok: boolean;
  /** Set where it only tells how something was found: neither good nor bad. */
  readonly note?: true;
  /** What to do if it is not. */
  readonly hint?: string;
}

/** The JavaScript runtime. */
export interface NodeReport {
  /** `24.21.0`. */
  readonly version: string;
  readonly path: string;
  /** The version that `package.json` pins; its ICU decides how numbers and dates look. */
  readonly pinned: string;
  readonly icu: string;
  readonly unicode: string;
}

/** A program that was looked at on the way to a browser. */
export interface TriedBrowser {
  readonly place: string;
  readonly path?: string;
  readonly reason: string;
}

/** The browser that a build would use, launched and made to print; or why there is none. */
export interface BrowserReport {
  readonly browser:
    | { readonly version: string; readonly path: string; readonly place: string; readonly sandbox: boolean }
    | { readonly fault: string; readonly hints: readonly string[] };
  readonly tried: readonly TriedBrowser[];
}

/** An npm package of fonts. */
export interface FontReport {
  readonly package: string;
  readonly version?: string;
  /** Files that we need and that are missing or not static TrueType, each with what is wrong. */
  readonly problems: readonly string[];
}

/** A folder that a build writes to. */
export interface FolderReport {
  readonly path: string;
  /** Why nothing can be written there. */
  readonly problem?: string;
}

/** What doctor may ask of the machine. */
export interface DoctorWorld {
  readonly node: () => Promise<NodeReport>;
  readonly browser: () => Promise<BrowserReport>;
  readonly fonts: () => Promise<readonly FontReport[]>;
  readonly output: () => Promise<FolderReport>;
  readonly cache: () => Promise<FolderReport>;
}

/** What `whitepaper doctor` found; exit code 3 if anything is not as it should be. */
export interface DoctorResult {
  readonly findings: readonly Finding[];
  readonly exitCode: number;
}

/** `whitepaper doctor`: looks at everything on this machine that a build depends on. */
export async function runDoctor(world: DoctorWorld): Promise<DoctorResult> {
  const findings = [
    ...nodeFindings(await world.node()),
    ...browserFindings(await world.browser()),
    ...(await world.fonts()).map(fontFinding),
    folderFinding(
      "output folder",
      await world.output(),
      "choose another folder with --out, or change its rights",
    ),
    folderFinding("cache folder", await world.cache(), "set XDG_CACHE_HOME to a folder that can be written"),
  ];
  return { findings, exitCode: findings.every(({ ok }) => ok) ? 0 : 3 };
}

function nodeFindings({ version, path, pinned, icu, unicode }: NodeReport): Finding[] {
  const node = { what: "Node", value: version, from: path };
  return [
    version === pinned
      ? { ...node, ok: true }
      : {
          ...node,
          ok: false,
          hint: `this checkout pins Node ${pinned}: run npm ci, then npm run -s whitepaper`,
        },
    { what: "ICU", value: `${icu}, Unicode ${unicode}`, from: "Node", ok: true },
  ];
}

function browserFindings({ browser, tried }: BrowserReport): Finding[] {
  const found = "version" in browser;
  const main: Finding = found
    ? {
        what: "browser",
        value: `${browser.version}, ${browser.sandbox ? "sandboxed" : "no sandbox"}`,
        from: `${browser.place}: ${browser.path}`,
        ok: true,
      }
    : { what: "browser", value: browser.fault, from: "nowhere", ok: false, hint: browser.hints.join("; ") };
  const others = tried.map(({ place, path, reason }) => ({
    what: "browser tried",
    value: reason,
    from: path === undefined ? place : `${place}: ${path}`,
    // Nothing is wrong with a place that was not needed, and nothing is well with one that gave no browser.
    ok: found,
    ...(found ? { note: true as const } : {}),
  }));
  return [main, ...others];
}

function fontFinding({ package: name, version, problems }: FontReport): Finding {
  const finding = { what: "fonts", value: version ?? "not installed", from: name };
  if (version !== undefined && problems.length === 0) return { ...finding, ok: true };
  return {
    ...finding,
    value: [finding.value, ...problems].join("; "),
    ok: false,
    hint: "run npm ci in the checkout",
  };
}

function folderFinding(what: string, { path, problem }: FolderReport, hint: string): Finding {
  return problem === undefined
    ? { what, value: "can be written", from: path, ok: true }
    : { what, value: problem, from: path, ok: false, hint };
}

/** The findings as a table, a line each, with hints below what is wrong. */
export function doctorLines(findings: readonly Finding[]): string[] {
  const width = (of: (finding: Finding) => string) =>
    Math.min(48, Math.max(...findings.map((each) => of(each).length)));
  const [whats, values] = [width(({ what }) => what), width(({ value }) => value)];
  return findings.flatMap(({ what, value, from, ok, note, hint }) => [
    `${note ? "note " : ok ? "ok   " : "wrong"}  ${what.padEnd(whats)}  ${value.padEnd(values)}  ${from}`.trimEnd(),
    ...(hint === undefined ? [] : [`       hint: ${hint}`]),
  ]);
}
