import type { Language } from "../../model/language.ts";
import type { PreviewEvent } from "../../preview/desk.ts";

/** Who listens to a preview, and to which editions. */
export interface Hub {
  readonly listen: (languages: readonly Language[], listener: (event: PreviewEvent) => void) => () => void;
  readonly tell: (event: PreviewEvent) => void;
  /** The editions that somebody looks at, each once. */
  readonly watched: () => readonly Language[];
}

/** A hub; `changed` is called when other editions are looked at. */
export function createHub(changed: (languages: readonly Language[]) => void): Hub {
  const listeners = new Map<
    object,
    { languages: readonly Language[]; listener: (event: PreviewEvent) => void }
  >();
  const watched = () => [...new Set([...listeners.values()].flatMap(({ languages }) => languages))];
  return {
    listen: (languages, listener) => {
      const key = {};
      listeners.set(key, { languages, listener });
      changed(watched());
      return () => {
        listeners.delete(key);
        changed(watched());
      };
    },
    tell: (event) => {
      for (const { listener } of listeners.values()) listener(event);
    },
    watched,
  };
}
