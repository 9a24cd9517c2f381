import type { Pane } from "./pane.ts";

/**
 * Keeps two panes side by side at the same text: who scrolls one moves the other to the same part of the same paragraph. Gives a
 * function that aligns the second pane with the first at once.
 */
export function synchronise(panes: () => readonly Pane[]): (from: Pane) => void {
  // Where we have scrolled a pane to ourselves: that is no wish of the reader's.
  const own = new WeakMap<Pane, number>();
  const align = (from: Pane) => {
    const place = from.anchor();
    for (const pane of panes()) {
      if (pane === from || !place) continue;
      if (pane.goTo(place)) own.set(pane, topOf(pane));
    }
  };
  const listened = new WeakSet<Pane>();
  return (from) => {
    for (const pane of panes()) {
      if (listened.has(pane)) continue;
      listened.add(pane);
      pane.view.addEventListener("scroll", () => {
        if (Math.abs((own.get(pane) ?? -9) - topOf(pane)) < 2) return;
        own.delete(pane);
        if (panes().length > 1) requestAnimationFrame(() => align(pane));
      });
    }
    align(from);
  };
}

function topOf({ view }: Pane): number {
  return view.documentElement.scrollTop;
}
