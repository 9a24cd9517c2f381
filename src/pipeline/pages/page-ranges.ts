/** Labels of pages in order, runs of them as ranges: `i–iv`, `1–4`, `6`. A run ends where the document's order has a gap. */
export function pageRanges(pages: readonly { readonly index: number; readonly label: string }[]): string[] {
  const runs: (typeof pages)[number][][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && page.index === last.index + 1 && isNumber(page.label) === isNumber(last.label))
      run.push(page);
    else runs.push([page]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0]?.label ?? "", run.at(-1)?.label ?? ""];
    return run.length === 1 ? first : `${first}–${last}`;
  });
}

function isNumber(label: string): boolean {
  return /^\d/.test(label);
}
