/** Trouble that the operating system tells of, with what to do about it. */
export class SystemTrouble extends Error {
  /** As the system calls it: `ENOSPC`. */
  readonly code: string;
  readonly hints: readonly string[];

  constructor(message: string, code: string, hints: readonly string[], cause?: unknown) {
    super(message, { cause });
    this.name = "SystemTrouble";
    this.code = code;
    this.hints = hints;
  }
}

const TEMPORARY = "the folder for temporary files";
const TEMPORARY_HINTS = [
  "set TMPDIR to a folder that can be written and has room",
  "`whitepaper doctor` looks at it",
];

/** What to throw when a folder for temporary files cannot be used, and no browser could start; a mistake of ours stays what it is. */
export function temporaryTrouble(folder: string, cause: unknown): unknown {
  if (!isSystemError(cause)) return cause;
  const said = cause.message.replace(/, \w+ '.*$/s, "");
  return new SystemTrouble(
    `${TEMPORARY}, ${folder}, cannot be used: ${said}`,
    cause.code ?? "EIO",
    TEMPORARY_HINTS,
    cause,
  );
}

/** What to throw when a font of ours is not what it was when it was installed. */
export function fontTrouble(path: string, what: string, cause?: unknown): SystemTrouble {
  const why = cause instanceof Error ? `: ${cause.message}` : "";
  const code = isSystemError(cause) ? (cause.code ?? "EIO") : "EIO";
  return new SystemTrouble(`the font ${path} ${what}${why}`, code, ["npm ci installs it again"], cause);
}

/** Whether something thrown is the operating system's word, such as `ENOSPC`; Node's own codes (`ERR_…`) tell of our mistakes. */
export function isSystemError(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && "code" in cause && /^E(?!RR_)[A-Z0-9]+$/.test(String(cause.code));
}

const KEPT = "what was delivered before is as it was";
const ELSEWHERE = "choose another folder with --out, or change the rights of this one";

const HINTS: Readonly<Record<string, readonly string[]>> = {
  ENOSPC: ["the disk is full: make room on it, then build again", KEPT],
  EDQUOT: ["your share of the disk is used up: make room, then build again", KEPT],
  EACCES: [ELSEWHERE, KEPT],
  EPERM: [ELSEWHERE, KEPT],
  EROFS: ["the disk can only be read: choose another folder with --out", KEPT],
  ENOTDIR: ["choose another folder with --out, or move the file away"],
  EEXIST: ["choose another folder with --out, or move the file away"],
  ENOENT: ["choose another folder with --out: no folder can be made there"],
  EBUSY: ["another program holds the file: close it there, then build again", KEPT],
  EMFILE: ["the system lets us open no more files: close programs, or raise the limit (ulimit -n)"],
  ENFILE: ["the system lets us open no more files: close programs, or raise the limit (ulimit -n)"],
  ENOMEM: ["the machine is short of memory: close programs, or build fewer editions at once (--lang)"],
};

/** What to do about trouble of the system. */
export function hintsFor(cause: NodeJS.ErrnoException): readonly string[] {
  if (cause instanceof SystemTrouble && cause.hints.length > 0) return cause.hints;
  return HINTS[cause.code ?? ""] ?? ["check the folder, its rights and the space on the disk"];
}
