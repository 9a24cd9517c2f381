// What a page can do with JavaScript besides being read: keeping the place across languages, sorting tables, telling what a figure is, search.
(() => {
  /**
   * @typedef {{ ascending: string, descending: string, none: string, by: string }} SortWords
   * @typedef {{ sort: SortWords, figure: Record<string, string>, search: Record<string, string>, language: string }} Words
   */
  const holder = document.getElementById("web-words");
  if (!holder) return;
  /** @type {Words} */
  const words = JSON.parse(holder.textContent ?? "{}");
  const fill = (/** @type {string} */ pattern, /** @type {string} */ column) =>
    pattern.replace("{column}", column);

  /** @param {string} name @param {Record<string, string>} [attributes] @param {string} [text] */
  const make = (name, attributes = {}, text = "") => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };

  /** @type {Map<string, Promise<void>>} */
  const loaded = new Map();
  /** A script that is only needed now and then; also from a file, where pages cannot fetch. @param {string} source */
  const load = (source) => {
    const known = loaded.get(source);
    if (known) return known;
    const promise = new Promise((resolve, reject) => {
      const script = make("script", { src: source });
      script.addEventListener("load", () => resolve(undefined));
      script.addEventListener("error", () => {
        loaded.delete(source);
        reject(new Error(source));
      });
      document.head.append(script);
    });
    loaded.set(source, promise);
    return promise;
  };

  // The switch of languages leads to the paragraph that is being read.
  const header = /** @type {HTMLElement | null} */ (document.querySelector(".site-header"));
  const placed = () => {
    if (window.scrollY < 60) return "";
    const pinned = header && getComputedStyle(header).position === "sticky";
    const top = pinned ? header.getBoundingClientRect().bottom : 0;
    const targets = document.querySelectorAll(
      "main p[id], main figure[id], main .table[id], main section[id] > :is(h2, h3, h4)",
    );
    for (const target of targets) {
      const { bottom, height } = target.getBoundingClientRect();
      if (height > 0 && bottom > top + Math.min(30, height))
        return target.id || (target.parentElement?.id ?? "");
    }
    return "";
  };
  /** @param {Event} event */
  const keepPlace = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    const id = placed();
    link.hash = id === "" ? "" : `#${id}`;
  };
  const languages = document.querySelector(".site-languages");
  for (const kind of ["pointerdown", "focusin", "click"]) languages?.addEventListener(kind, keepPlace, true);

  const measure = () =>
    document.documentElement.style.setProperty("--head", `${header?.offsetHeight ?? 0}px`);
  measure();
  window.addEventListener("resize", measure);

  // Sorting: totals keep their place, what has no value comes last, a third press gives the original order back.
  const said = make("p", { class: "hidden", role: "status" });
  document.body.append(said);
  const collator = new Intl.Collator(words.language);

  /** Marks the places that a header cell takes. @param {boolean[][]} taken @param {HTMLTableCellElement} cell @param {number} x @param {number} y */
  const take = (taken, cell, x, y) => {
    for (let below = y; below < y + cell.rowSpan; below++) {
      const row = taken[below] ?? [];
      for (let beside = x; beside < x + cell.colSpan; beside++) row[beside] = true;
      taken[below] = row;
    }
  };

  /** The columns that header cells stand over; a cell over several is none to sort by. @param {HTMLTableElement} table */
  const columnsOf = (table) => {
    /** @type {Map<HTMLTableCellElement, number>} */
    const columns = new Map();
    /** @type {boolean[][]} */
    const taken = [];
    for (const [y, row] of [...(table.tHead?.rows ?? [])].entries()) {
      let x = 0;
      for (const cell of row.cells) {
        while (taken[y]?.[x]) x++;
        if (cell.colSpan === 1) columns.set(cell, x);
        take(taken, cell, x, y);
        x += cell.colSpan;
      }
    }
    return columns;
  };

  /** @param {HTMLTableRowElement} row @param {number} column */
  const valueAt = (row, column) => {
    const cell = row.cells[column];
    const value = cell?.dataset.value;
    if (cell?.tagName === "TH") return cell.textContent ?? "";
    // Most cells say their value by themselves.
    const said = value ?? (cell?.textContent ?? "").replaceAll(",", "").replace("\u2212", "-");
    if (/^-?\d+(\.\d+)?$/.test(said)) return Number(said);
    return value ?? null;
  };

  /** @param {string | number | null} a @param {string | number | null} b @param {1 | -1} sign */
  const compare = (a, b, sign) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (
      sign * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)))
    );
  };

  /** Numbers begin with the largest, words with the first. @param {HTMLElement} cell @param {HTMLTableRowElement[]} rows @param {number} column */
  const nextOrder = (cell, rows, column) => {
    const numeric = rows.some((row) => typeof valueAt(row, column) === "number");
    /** @type {("ascending" | "descending")[]} */
    const orders = numeric ? ["descending", "ascending"] : ["ascending", "descending"];
    const now = /** @type {(string | null)[]} */ (orders).indexOf(cell.getAttribute("aria-sort"));
    return orders[now + 1] ?? null;
  };

  /** @param {HTMLTableRowElement[][]} runs @param {number} column @param {"ascending" | "descending" | null} order */
  const sorted = (runs, column, order) => {
    if (order === null) return runs.flat();
    const sign = order === "ascending" ? 1 : -1;
    return runs.flatMap((run) =>
      run.toSorted((a, b) => compare(valueAt(a, column), valueAt(b, column), sign)),
    );
  };

  /** @param {HTMLTableElement} table */
  const makeSortable = (table) => {
    const body = table.tBodies[0];
    if (!body || body.rows.length < 3) return;
    const original = [...body.rows];
    /** @type {HTMLTableRowElement[][]} */
    const runs = [];
    for (const row of original) {
      const last = runs.at(-1);
      if (last?.[0]?.className === row.className) last.push(row);
      else runs.push([row]);
    }
    const columns = columnsOf(table);
    for (const [cell, column] of columns) {
      const name = (cell.textContent ?? "").trim();
      if (name === "") continue;
      const button = make("button", { type: "button", class: "sort", title: fill(words.sort.by, name) });
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const next = nextOrder(cell, original, column);
        for (const other of columns.keys()) other.removeAttribute("aria-sort");
        if (next !== null) cell.setAttribute("aria-sort", next);
        body.append(...sorted(runs, column, next));
        said.textContent = fill(words.sort[next ?? "none"], name);
      });
    }
  };
  for (const table of document.querySelectorAll("table[data-sortable]"))
    if (table instanceof HTMLTableElement) makeSortable(table);

  // What a figure is: on hover, focus or touch. In a table the arrow keys lead from cell to cell, so that it is one stop for the tab key.
  /** @typedef {{ sources: Record<string, string>, statuses: Record<string, string>, figures: Record<string, [string, string, string, string]> }} Figures */
  const tip = make("div", { class: "tip", id: "figure-tip", role: "tooltip", hidden: "" });
  // Beside the text: what stands outside of all landmarks is overheard.
  (document.querySelector("main") ?? document.body).append(tip);
  /** @type {HTMLElement | null} */
  let shownAt = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const hide = () => {
    clearTimeout(timer);
    tip.hidden = true;
    shownAt?.removeAttribute("aria-describedby");
    shownAt = null;
  };

  /** @param {Figures} all @param {Figures["figures"][string]} told */
  const lines = ({ statuses, sources }, [name, value, status, source]) => {
    const list = make("dl");
    /** @type {[string | undefined, string | undefined][]} */
    const facts = [
      [words.figure.status, statuses[status]],
      [words.figure.source, sources[source]],
    ];
    for (const [term, text] of facts) if (text) list.append(make("dt", {}, term), make("dd", {}, text));
    return [...(name ? [make("span", {}, name)] : []), make("strong", {}, value), list];
  };

  /** Below the figure, or above where there is no room. @param {HTMLElement} at */
  const placeTip = (at) => {
    const { left, bottom, top } = at.getBoundingClientRect();
    const { width, height } = tip.getBoundingClientRect();
    const below = bottom + height + 12 < window.innerHeight || top < height + 80;
    const edge = document.documentElement.clientWidth - width - 8;
    tip.style.left = `${window.scrollX + Math.max(8, Math.min(left, edge))}px`;
    tip.style.top = `${window.scrollY + (below ? bottom + 6 : top - height - 6)}px`;
  };

  /** @param {HTMLElement} at */
  const show = async (at) => {
    clearTimeout(timer);
    if (shownAt === at) return;
    hide();
    shownAt = at;
    await load("figures.js").catch(() => undefined);
    const all = /** @type {{ whitepaperFigures?: Figures }} */ (/** @type {unknown} */ (globalThis))
      .whitepaperFigures;
    const found = all?.figures[at.dataset.figure ?? ""];
    if (!all || !found || shownAt !== at) return;
    tip.replaceChildren(...lines(all, found));
    tip.hidden = false;
    placeTip(at);
    at.setAttribute("aria-describedby", tip.id);
  };

  /** @param {EventTarget | null} target */
  const figureAt = (target) =>
    target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-figure]")) : null;
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const figure = figureAt(event.target);
    if (figure) {
      clearTimeout(timer);
      timer = setTimeout(() => show(figure), 120);
    } else if (event.target instanceof Node && tip.contains(event.target)) clearTimeout(timer);
    else if (shownAt && shownAt !== document.activeElement) {
      clearTimeout(timer);
      timer = setTimeout(hide, 250);
    }
  });
  document.addEventListener("focusin", (event) => {
    const figure = figureAt(event.target);
    if (figure) show(figure);
    else if (shownAt) hide();
  });
  document.addEventListener("click", (event) => {
    const figure = figureAt(event.target);
    if (figure) show(figure);
    else if (!(event.target instanceof Node && tip.contains(event.target))) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  for (const figure of document.querySelectorAll("data[data-figure]")) figure.setAttribute("tabindex", "0");
  /** @type {Record<string, [number, number]>} */
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  /** @param {HTMLTableElement} table */
  const makeWalkable = (table) => {
    const cells = /** @type {HTMLTableCellElement[]} */ ([...table.querySelectorAll("td[data-figure]")]);
    for (const [index, cell] of cells.entries()) cell.tabIndex = index === 0 ? 0 : -1;
    table.addEventListener("keydown", (event) => {
      const cell = event.target instanceof HTMLTableCellElement ? event.target : null;
      const step = steps[event.key];
      if (!cell || !step) return;
      const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
      const rows = [...(table.tBodies[0]?.rows ?? [])];
      const next = rows[rows.indexOf(row) + step[1]]?.cells[cell.cellIndex + step[0]];
      if (!next?.dataset.figure) return;
      event.preventDefault();
      cell.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  };
  for (const table of document.querySelectorAll("main table"))
    if (table instanceof HTMLTableElement) makeWalkable(table);

  // Search: its code and the index come when it is opened.
  const tools = document.querySelector(".site-tools");
  const opener = make("button", { type: "button", class: "search-open" }, words.search.open);
  tools?.append(opener);
  opener.addEventListener("click", async () => {
    try {
      await Promise.all([load("minisearch.js"), load("search-index.js"), load("search.js")]);
    } catch {
      said.textContent = words.search.failed ?? "";
      return;
    }
    const open = /** @type {{ whitepaperOpenSearch?: (tools: object) => void }} */ (
      /** @type {unknown} */ (globalThis)
    ).whitepaperOpenSearch;
    open?.({ words, make, load });
  });
})();
