// Search over one edition, and over the others where it finds nothing. Loaded when the search is opened.
(() => {
  /**
   * @typedef {[file: string, id: string, title: string, text: string]} Entry
   * @typedef {{ folder: string, language: string, name: string }} Sibling
   * @typedef {{ id: number, file: string, anchor: string, title: string, text: string }} Document
   * @typedef {{ search: (query: string, options?: object) => Document[], addAll: (documents: Document[]) => void }} Index
   * @typedef {{ language: string, siblings: Sibling[], search: Record<string, string> }} Words
   * @typedef {{ words: Words, make: (name: string, attributes?: Record<string, string>, text?: string) => HTMLElement, load: (source: string) => Promise<void> }} Tools
   */
  const shared =
    /** @type {{ MiniSearch: new (options: object) => Index, whitepaperSearch: Record<string, Entry[]>, whitepaperOpenSearch: (tools: Tools) => void }} */ (
      /** @type {unknown} */ (globalThis)
    );
  const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+/gu;
  const WORD = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;

  /** One form for letters of full and half width, small and capital. @param {string} text */
  const folded = (text) => text.normalize("NFKC").toLowerCase();

  /** Pairs of neighbouring characters; of a text also the last one alone, so that a single character is found as a pair's beginning. @param {string} run @param {boolean} whole */
  const pairs = (run, whole) => {
    const letters = [...run];
    const found = letters.slice(0, -1).map((letter, index) => letter + letters[index + 1]);
    return whole || letters.length === 1 ? [...found, letters.at(-1) ?? ""] : found;
  };

  /** Words of scripts with spaces; pairs of characters of the others. @param {string} text @param {boolean} whole */
  const tokens = (text, whole) => {
    const plain = folded(text);
    const runs = [...plain.matchAll(CJK)].flatMap(([run]) => pairs(run, whole));
    const rest = [...plain.replace(CJK, " ").matchAll(WORD)].map(([word]) => word);
    return [...runs, ...rest];
  };

  /** @type {Map<string, Index>} */
  const indexes = new Map();
  /** @param {string} language */
  const indexOf = (language) => {
    const known = indexes.get(language);
    if (known) return known;
    const index = new shared.MiniSearch({
      fields: ["title", "text"],
      storeFields: ["file", "anchor", "title", "text"],
      tokenize: (/** @type {string} */ text) => tokens(text, true),
      processTerm: (/** @type {string} */ term) => term,
      searchOptions: {
        tokenize: (/** @type {string} */ text) => tokens(text, false),
        boost: { title: 2 },
        prefix: true,
        fuzzy: (/** @type {string} */ term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
      },
    });
    index.addAll(
      (shared.whitepaperSearch?.[language] ?? []).map(([file, anchor, title, text], id) => ({
        id,
        file,
        anchor,
        title,
        text,
      })),
    );
    indexes.set(language, index);
    return index;
  };

  /** What holds the words as they were typed comes first. @param {string} language @param {string} query */
  const find = (language, query) => {
    const index = indexOf(language);
    const all = index.search(query, { combineWith: "AND" });
    const found = all.length > 0 ? all : index.search(query, { combineWith: "OR" });
    const wanted = folded(query.trim());
    const holds = (/** @type {Document} */ { title, text }) => folded(`${title} ${text}`).includes(wanted);
    const isCjk = new RegExp(CJK.source, "u").test(wanted) && !/\s/.test(wanted);
    const exact = found.filter(holds);
    // Pairs of characters that stand apart are no word.
    return isCjk ? exact : [...exact, ...found.filter((document) => !holds(document))];
  };

  const BEFORE = 40;
  const AROUND = 150;
  /** A piece of a text around the first word that was found, with all of them marked. @param {Tools} tools @param {string} text @param {string} query */
  const excerpt = ({ make }, text, query) => {
    const plain = folded(text).length === text.length ? folded(text) : text.toLowerCase();
    const terms = [...new Set([folded(query.trim()), ...folded(query).split(/\s+/)])].filter(Boolean);
    const first = Math.min(...terms.map((term) => plain.indexOf(term)).filter((at) => at >= 0), text.length);
    const from = first === text.length ? 0 : Math.max(0, first - BEFORE);
    const piece = text.slice(from, from + AROUND);
    const holder = make("span", { class: "search-text" });
    if (from > 0) holder.append("…");
    let at = 0;
    while (at < piece.length) {
      const hit = terms
        .map((term) => ({ term, place: plain.slice(from, from + AROUND).indexOf(term, at) }))
        .filter(({ place }) => place >= 0)
        .sort((a, b) => a.place - b.place || b.term.length - a.term.length)[0];
      if (!hit) break;
      holder.append(
        piece.slice(at, hit.place),
        make("mark", {}, piece.slice(hit.place, hit.place + hit.term.length)),
      );
      at = hit.place + hit.term.length;
    }
    holder.append(piece.slice(at), from + AROUND < text.length ? "…" : "");
    return holder;
  };

  const MOST = 30;
  /** @param {Tools} tools */
  const createDialog = (tools) => {
    const { make, words } = tools;
    const dialog = /** @type {HTMLDialogElement} */ (
      make("dialog", { class: "search", "aria-labelledby": "search-label" })
    );
    const input = /** @type {HTMLInputElement} */ (
      make("input", { type: "search", id: "search-input", autocomplete: "off" })
    );
    const status = make("p", { role: "status" });
    const list = make("ol");
    const head = make("div", { class: "search-head" });
    const close = make("button", { type: "button", class: "search-close" }, words.search.close);
    close.addEventListener("click", () => dialog.close());
    head.append(make("label", { for: "search-input", id: "search-label" }, words.search.label), input, close);
    dialog.append(head, status, list);
    document.body.append(dialog);

    /** @param {Document} document_ @param {Sibling | null} sibling @param {string} query */
    const line = ({ file, anchor, title, text }, sibling, query) => {
      const folder = sibling ? `../${sibling.folder}/` : "";
      const link = make("a", {
        href: `${folder}${file}${anchor ? `#${anchor}` : ""}`,
        ...(sibling ? { lang: sibling.language } : {}),
      });
      link.append(
        make("span", { class: "search-title" }, sibling ? `${sibling.name} · ${title}` : title),
        excerpt(tools, text, query),
      );
      link.addEventListener("click", () => dialog.close());
      const item = make("li");
      item.append(link);
      return item;
    };

    /** Own edition first; the others where it has nothing. @param {string} query */
    const findAll = async (query) => {
      /** @type {{ found: Document, sibling: Sibling | null }[]} */
      const own = find(words.language, query).map((found) => ({ found, sibling: null }));
      if (own.length > 0) return own;
      /** @type {{ found: Document, sibling: Sibling | null }[]} */
      const all = [];
      for (const sibling of words.siblings) {
        await tools.load(`../${sibling.folder}/search-index.js`).catch(() => undefined);
        all.push(...find(sibling.language, query).map((found) => ({ found, sibling })));
      }
      return all;
    };

    /** @param {number} count */
    const summary = (count) => {
      if (count === 0) return words.search.none ?? "";
      const pattern = count === 1 ? words.search.foundOne : words.search.foundOther;
      return (pattern ?? "").replace("{count}", String(count));
    };

    let turn = 0;
    const run = async () => {
      const query = input.value;
      turn++;
      const mine = turn;
      const all = query.trim() === "" ? [] : await findAll(query);
      // Meanwhile more may have been typed.
      if (mine !== turn) return;
      status.textContent = query.trim() === "" ? "" : summary(all.length);
      list.replaceChildren(...all.slice(0, MOST).map(({ found, sibling }) => line(found, sibling, query)));
    };
    input.addEventListener("input", run);
    return { dialog, input };
  };

  /** @type {ReturnType<typeof createDialog> | undefined} */
  let made;
  shared.whitepaperOpenSearch = (tools) => {
    made ??= createDialog(tools);
    made.dialog.showModal();
    made.input.select();
  };
})();
