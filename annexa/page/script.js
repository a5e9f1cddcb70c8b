
(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const input = one(".tools input"), selects = all(".tools select"), clear = one(".clear"), count = one(".count"), full = one(".full");
  const found = one(".found"), back = one(".back"), pager = one(".pager"), heading = document.title;
  const titled = new Map(selects.map((s) => [s.name, s.parentElement.firstChild.data.trim()]));
  const rows = all(".side nav section li").map((li) => {
    const link = li.firstElementChild, id = link.hash.slice(1);
    return { li, link, id, values: new Set((li.dataset.f || "").split(" ")), article: document.getElementById(id) };
  });
  const about = document.getElementById("~about");
  let listTop = 0; // how far the list was scrolled on a narrow screen

  // ── Words ──

  const english = root.lang.startsWith("en");
  const vocabulary = JSON.parse(one("#\\~words").textContent) || { synonyms: [], stop: [] };
  const stop = new Set(vocabulary.stop);
  const plain = (s) => s.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

  // stem takes the endings off an English word: backups, backup.
  function stem(word) {
    if (!english || !/^[a-z]{4,}$/.test(word)) return word;
    let w = word.replace(/ies$/, "y").replace(/([^s])s$/, "$1").replace(/(ss|sh|ch|x)es$/, "$1");
    const short = w.replace(/(?:ing|ed)$/, "");
    if (short.length >= 4 && /[aeiouy]/.test(short)) w = short.replace(/([bdgklmnprt])\1$/, "$1");
    return w.replace(/e$/, "").replace(/y$/, "i");
  }

  // words gives the words of a text, each with where it stands. A compound is a
  // word, and so are its parts; neighbors that are a known compound too.
  const compounds = new Map(), together = new Set(); // by stem: stems of the other words; all words, and their plurals
  for (const line of vocabulary.synonyms) {
    for (const w of line) {
      const others = compounds.get(stem(w)) || new Set();
      for (const o of line) if (o !== w) others.add(stem(o));
      compounds.set(stem(w), others);
      together.add(w).add(w + "s");
    }
  }
  const word = /[\p{L}\p{N}]+(?:[.\-()][\p{L}\p{N}]+)*\)*/gu, known = new Map();
  function forms(whole) {
    let list = known.get(whole);
    if (list) return list;
    const pieces = whole.split(/[.\-()]+/).filter(Boolean);
    list = [stem(whole)];
    if (pieces.length > 1) {
      list.push(stem(pieces.join("")), ...pieces.filter((p) => p.length > 1 && /\p{L}/u.test(p)).map(stem));
      if (/^a\.\d/.test(whole)) list.push(whole.slice(2));
    }
    known.set(whole, list);
    return list;
  }
  function words(text) {
    const list = plain(text).match(word) || [];
    return list.map((w, i) => {
      const both = i ? list[i - 1] + w : "";
      return { word: w, forms: together.has(both) ? [...forms(w), stem(both)] : forms(w) };
    });
  }

  // index has for each stem the parts of articles that have it; made once.
  let index = null, passages = null;
  function prepare() {
    if (index) return;
    index = new Map();
    passages = [];
    rows.forEach((row, at) => {
      const add = (element, weight, shown) => {
        if (!element) return;
        const part = passages.push({ at, shown, element }) - 1;
        for (const f of new Set(words(element.textContent).flatMap((w) => w.forms))) {
          if (!index.has(f)) index.set(f, []);
          index.get(f).push({ at, part, weight });
        }
      };
      const a = row.article;
      add(one("h2", a), 12);
      add(one(".name", a), 8);
      add(one(".why", a), 2);
      for (const e of all(".licensed", a)) add(e, 2);
      for (const e of all(".parts > li", a)) add(e, /\/[SP]\d+$/.test(e.id) ? 1 : 0.8, true);
      for (const e of all(".sizes, table, .leave, .facts", a)) add(e, 0.5);
    });
  }

  // asked gives the words that are searched for, each with the stems that answer
  // it and what those count. The last word may be the beginning of one.
  function asked() {
    const text = input.value, list = words(text).filter((w) => w.word.length);
    const telling = list.filter((w) => !stop.has(w.word));
    return (telling.length ? telling : list).map((w, i, l) => {
      const answers = new Map(w.forms.map((f, k) => [f, k ? 0.8 : 1]));
      for (const f of w.forms) for (const o of compounds.get(f) || []) if (!answers.has(o)) answers.set(o, 0.55);
      if (index) {
        const first = stem(w.word), open = i === l.length - 1 && !/\s$/.test(text);
        for (const form of index.keys()) {
          if (answers.has(form) || !form.startsWith(first)) continue;
          if (open && first.length > 1) answers.set(form, 0.65);
          else if (first.length > 4 && form.length - first.length < 5) answers.set(form, 0.5);
        }
      }
      return { word: w.word, answers };
    });
  }

  // rank gives the rows that answer, the best first, with the best passages.
  function rank(among, query) {
    const score = rows.map(() => 0), answered = rows.map(() => 0), sums = new Map();
    for (const q of query) {
      const tf = rows.map(() => 0), per = new Map();
      let rarity = 0;
      for (const [form, weight] of q.answers) {
        const places = index.get(form) || [];
        if (places.length) rarity = Math.max(rarity, weight * Math.log(1 + rows.length / new Set(places.map((p) => p.at)).size));
        for (const p of places) {
          tf[p.at] += weight * p.weight;
          per.set(p.part, Math.max(per.get(p.part) || 0, weight * p.weight));
        }
      }
      tf.forEach((n, at) => {
        if (!n) return;
        score[at] += rarity * n / (n + 3);
        answered[at]++;
      });
      for (const [part, n] of per) sums.set(part, (sums.get(part) || 0) + rarity * n / (n + 1));
    }
    const best = rows.map(() => []);
    for (const [part, sum] of sums) best[passages[part].at].push({ sum, passage: passages[part] });
    const judged = [];
    rows.forEach((row, at) => {
      if (!score[at] || !among.has(row)) return;
      best[at].sort((a, b) => b.sum - a.sum);
      let total = score[at] * (1 + answered[at] / query.length) / 2 + best[at][0].sum / 2;
      if (query.some((q) => q.word === plain(row.id) || "a." + q.word === plain(row.id))) total += 1000;
      judged.push({ row, total, found: best[at].filter((b) => b.passage.shown).slice(0, 2).map((b) => b.passage.element) });
    });
    judged.sort((a, b) => b.total - a.total);
    return judged.filter((j) => j.total > judged[0].total * 0.3);
  }

  // spans gives where words of a text answer the query.
  function spans(text, query) {
    const low = plain(text), list = [];
    if (low.length !== text.length) return list;
    for (const m of low.matchAll(word)) {
      if (query.some((q) => forms(m[0]).some((f) => q.answers.has(f)))) list.push([m.index, m.index + m[0].length]);
    }
    return list;
  }

  // marked sets a passage with the words found in it, begun near the first.
  function marked(element, query) {
    const lines = all("p", element).map((p) => p.textContent), count = lines.map((l) => spans(l, query).length);
    const text = lines[count.indexOf(Math.max(...count))], hits = spans(text, query), line = document.createElement("span");
    let from = 0, until = text.length;
    if (text.length > 140 && hits.length && hits[0][0] > 60) from = text.lastIndexOf(" ", hits[0][0] - 30) + 1;
    if (until - from > 140) until = text.lastIndexOf(" ", from + 130);
    if (from) line.append("… ");
    let at = from;
    for (const [start, end] of hits) {
      if (start < at || end > until) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      line.append(text.slice(at, start), mark);
      at = end;
    }
    line.append(text.slice(at, until), until < text.length ? " …" : "");
    return line;
  }

  function result({ row, found }, query) {
    const li = document.createElement("li");
    li.append(row.link.cloneNode(true));
    if (found.length) {
      const ul = document.createElement("ul");
      ul.className = "hits";
      for (const element of found) {
        const item = document.createElement("li"), link = document.createElement("a"), label = document.createElement("b");
        link.href = "#" + element.id;
        label.textContent = one(".tag", element).textContent;
        link.append(label, marked(element, query));
        item.append(link);
        ul.append(item);
      }
      li.append(ul);
    }
    return li;
  }

  // ── State: what is chosen, and what is open ──

  let shown = rows; // in the order of the list

  function choice() {
    const chosen = new URLSearchParams();
    if (input.value.trim()) chosen.append("q", input.value.trim());
    for (const s of selects) if (s.value) chosen.append(s.name, s.value);
    return chosen.toString();
  }

  // narrow fills the list with what is chosen.
  function narrow() {
    const tokens = selects.filter((s) => s.value).map((s) => s.selectedOptions[0].dataset.f);
    if (input.value.trim()) prepare();
    const query = asked();
    const left = new Set(rows.filter((r) => tokens.every((t) => r.values.has(t))));
    found.replaceChildren();
    if (query.length) {
      const ranked = rank(left, query);
      shown = ranked.map((j) => j.row);
      found.append(...ranked.map((j) => result(j, query)));
    } else {
      shown = rows.filter((r) => left.has(r));
    }
    found.hidden = !query.length;
    for (const r of rows) r.li.hidden = query.length > 0 || !left.has(r);
    for (const s of all(".side nav section")) s.hidden = all("li", s).every((li) => li.hidden);
    const by = selects.filter((s) => s.value).map((s) => titled.get(s.name) + ": " + s.value.replaceAll("_", " "));
    if (query.length) by.push("“" + input.value.trim() + "”");
    count.textContent = by.length ? shown.length + " of " + rows.length + " (" + by.join(", ") + ")" : rows.length + " controls and clauses";
    clear.hidden = !by.length;
    full.hidden = !shown.length;
    full.textContent = shown.length === rows.length ? "Read all in full" : shown.length === 1 ? "Read it in full" : "Read these " + shown.length + " in full";
    full.href = "#?" + (by.length ? choice() + "&" : "") + "full";
    back.firstElementChild.href = by.length ? "#?" + choice() : "#";
    highlight(query);
  }

  // highlight marks the words in the open text, where the browser can.
  function highlight(query) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    const open = all("main > article.open:not(.about)");
    if (!query.length || open.length !== 1) return;
    const ranges = [], walk = document.createTreeWalker(open[0], NodeFilter.SHOW_TEXT);
    for (let node; (node = walk.nextNode());) {
      for (const [start, end] of spans(node.data, query)) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        ranges.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  // open shows articles, and no others.
  function open(list, mode) {
    for (const a of all("main > article.open")) a.classList.remove("open", "first");
    list.forEach((a, i) => { a.classList.add("open"); a.classList.toggle("first", i === 0); });
    root.classList.toggle("full", mode === "full");
    root.classList.toggle("reading", mode !== "list");
    back.hidden = false;
    const row = mode === "item" && rows.find((r) => r.article === list[0]);
    for (const link of all(".side nav [aria-current]")) link.removeAttribute("aria-current");
    if (row) for (const link of all(".side nav li > a")) if (link.hash === row.link.hash) link.setAttribute("aria-current", "page");
    document.title = row ? row.link.textContent.trim() + " – " + heading : heading;
    neighbors(row);
  }

  function neighbors(row) {
    pager.replaceChildren();
    const list = row && shown.includes(row) ? shown : rows, i = list.indexOf(row);
    for (const [at, label] of row ? [[i - 1, "← "], [i + 1, " →"]] : []) {
      if (!list[at]) continue;
      const link = document.createElement("a");
      link.href = list[at].link.hash;
      link.className = at < i ? "before" : "next";
      link.rel = at < i ? "prev" : "next";
      const name = list[at].link.textContent.trim().replace(/\s+/g, " ");
      link.textContent = at < i ? label + name : name + label;
      pager.append(link);
    }
    pager.hidden = !pager.children.length;
  }

  const narrowScreen = () => getComputedStyle(back).display !== "none" || getComputedStyle(one("main")).display === "none";

  // follow does what the address says.
  function follow() {
    const hash = location.hash.slice(1);
    if (!root.classList.contains("reading")) listTop = scrollY;
    if (!hash || hash.startsWith("?")) {
      const chosen = new URLSearchParams(hash.slice(1));
      if (input.value.trim() !== (chosen.get("q") || "")) input.value = chosen.get("q") || "";
      for (const s of selects) {
        s.value = chosen.get(s.name) || "";
        if (s.selectedIndex === -1) s.value = "";
      }
      if (selects.some((s) => s.value)) one(".tools details").open = true;
      narrow();
      if (chosen.has("full") && shown.length) open(shown.map((r) => r.article), "full");
      else open([about], "list");
      highlight(asked());
      scrollTo(0, chosen.has("full") || !narrowScreen() ? 0 : listTop);
      return;
    }
    let target = document.getElementById(hash);
    if (!target) try { target = document.getElementById(decodeURIComponent(hash)); } catch { /* no address of ours */ }
    const article = target && target.closest("main > article");
    if (!article) {
      if (!one("main > article.open")) { narrow(); open([about], "list"); }
      return;
    }
    if (!count.textContent) narrow();
    if (!root.classList.contains("full") || !article.classList.contains("open")) open([article], "item");
    highlight(asked());
    const current = one(".side nav [aria-current]");
    if (current && !narrowScreen()) current.scrollIntoView({ block: "nearest" });
    if (target === article) {
      const title = one("h2", article);
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
      if (root.classList.contains("full")) article.scrollIntoView();
      else scrollTo(0, 0);
    } else {
      target.scrollIntoView({ block: "center" });
    }
  }

  function chosen() {
    narrow();
    if (one("main > article.open.about") || root.classList.contains("full")) open([about], "list");
    try {
      history.replaceState(null, "", choice() ? "#?" + choice() : location.pathname + location.search);
    } catch { /* some viewers keep no history: the filter works without */ }
  }

  one(".tools").addEventListener("input", chosen);
  input.addEventListener("focus", prepare, { once: true }); // before the first letter
  clear.addEventListener("click", () => {
    input.value = "";
    for (const s of selects) s.value = "";
    chosen();
    input.focus();
  });
  addEventListener("keydown", (e) => {
    if (e.key === "/" && !e.ctrlKey && !e.metaKey && !e.altKey && !e.target.closest("input,select,textarea")) {
      e.preventDefault();
      if (narrowScreen() && root.classList.contains("reading")) location.hash = back.firstElementChild.hash;
      setTimeout(() => { input.focus(); input.select(); });
    } else if (e.key === "Enter" && e.target === input && shown.length) {
      location.hash = shown[0].link.hash;
    }
  });
  addEventListener("hashchange", follow);
  one(".tools").hidden = false;
  follow();
})();
