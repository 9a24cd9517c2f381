import { relative, sep } from "node:path";
import { watch } from "chokidar";

/** What is watched, and who is told. */
export interface WatchRequest {
  /** Folders whose `data`, `locales` and `templates` are watched: the report's, and the engine's where it is another one. */
  readonly roots: readonly string[];
  /** Is told of the paths that have changed, relative to their root; never twice at once. */
  readonly changed: (paths: readonly string[]) => Promise<void>;
  /** Is told what keeps files from being watched. */
  readonly failed: (reason: string) => void;
}

/** A watcher at work. */
export interface Watching {
  readonly close: () => Promise<void>;
}

const FOLDERS = ["data", "locales", "templates"];
/** An editor that saves, or a checkout of many files, is given so long to come to an end; milliseconds. */
const SETTLING = 12;
/** A file that is taken away is mostly put back at once. */
const GONE = 70;

/** Watches folders; resolves when it has begun. */
export async function watchFolders({ roots, changed, failed }: WatchRequest): Promise<Watching> {
  const watcher = watch(
    roots.flatMap((root) => FOLDERS.map((folder) => `${root}${sep}${folder}`)),
    { ignoreInitial: true, followSymlinks: false, atomic: false, ignored: isTemporary },
  );
  const told = gathering(changed);
  watcher.on("all", (event, path) => {
    const root = roots.find((candidate) => path.startsWith(`${candidate}${sep}`));
    if (root !== undefined)
      told.add(relative(root, path).split(sep).join("/"), event.startsWith("unlink") ? GONE : SETTLING);
  });
  watcher.on("error", (cause) => failed(cause instanceof Error ? cause.message : String(cause)));
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return {
    close: async () => {
      told.stop();
      await watcher.close();
    },
  };
}

/** Files that editors and office programs keep beside those that are open. */
function isTemporary(path: string): boolean {
  return /(?:~|\.sw[a-z]|\.tmp|\.bak)$|[/\\](?:\.[^/\\]*|~\$[^/\\]*|#[^/\\]*#|4913)$/.test(path);
}

/** Collects paths until nothing comes for a moment, and tells them when the last telling is over. */
function gathering(changed: WatchRequest["changed"]) {
  let paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let due = 0;
  let busy = false;
  const tell = async () => {
    if (busy || paths.size === 0) return;
    busy = true;
    const told = [...paths];
    paths = new Set();
    try {
      await changed(told);
    } finally {
      busy = false;
      void tell();
    }
  };
  return {
    add: (path: string, wait: number) => {
      paths.add(path);
      due = Math.max(performance.now() + wait, wait === GONE ? due : 0);
      clearTimeout(timer);
      timer = setTimeout(() => void tell(), due - performance.now());
    },
    stop: () => {
      clearTimeout(timer);
      paths.clear();
    },
  };
}
