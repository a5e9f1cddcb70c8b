
(() => {
  "use strict";
  const prefix = "#?"; // no anchor begins so
  const byNumber = (number, text) => text.replace("{n}", number.n).replace("{m}", number.m);

  // One object for each table that has tools.
  const filters = [...document.querySelectorAll(".tools")].map((tools) => {
    const table = document.getElementById(tools.dataset.table);
    const search = tools.querySelector("input");
    const selects = [...tools.querySelectorAll("select")];
    const clear = tools.querySelector("button");
    const count = tools.querySelector(".count");
    const groups = [...table.tBodies];
    const rows = groups.flatMap((g) => [...g.rows].filter((r) => !r.classList.contains("group")));
    let texts = null; // lower-case text of each row, made at the first search

    const words = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);

    function show() {
      const wanted = selects.filter((s) => s.value).map((s) => s.selectedOptions[0].dataset.f);
      const sought = words();
      if (sought.length && !texts) {
        texts = rows.map((r) => [...r.cells].map((c) => c.textContent).join(" ").toLowerCase());
      }
      let n = 0;
      rows.forEach((row, i) => {
        const has = (row.dataset.f || "").split(" ");
        const shown = wanted.every((f) => has.includes(f)) && sought.every((w) => texts[i].includes(w));
        row.hidden = !shown;
        n += shown;
      });
      for (const g of groups) g.hidden = [...g.rows].every((r) => r.hidden || r.classList.contains("group"));
      const by = selects.filter((s) => s.value).map((s) => s.previousElementSibling.textContent + ": " + s.value);
      if (sought.length) by.push("“" + search.value.trim() + "”");
      const text = byNumber({ n: n, m: rows.length }, tools.dataset.shown);
      count.textContent = by.length ? text + " (" + by.join(", ") + ")" : text;
      clear.hidden = !by.length;
      tools.classList.toggle("on", by.length > 0);
    }

    function reset() {
      search.value = "";
      for (const s of selects) s.value = "";
      show();
    }

    tools.addEventListener("input", () => { show(); remember(); });
    clear.addEventListener("click", () => { reset(); remember(); search.focus(); });
    tools.hidden = false;
    return { table, controls: [search, ...selects], show, reset };
  });

  // remember puts what is chosen into the address.
  function remember() {
    const chosen = new URLSearchParams();
    for (const f of filters) for (const c of f.controls) if (c.value.trim()) chosen.append(c.name, c.value.trim());
    const hash = chosen.toString();
    try {
      history.replaceState(null, "", hash ? prefix + hash : location.pathname + location.search);
    } catch { /* some viewers keep no history: the filter works without */ }
  }

  // recall follows the address: chosen filters, or a row that must not be hidden.
  function recall() {
    if (location.hash.startsWith(prefix)) {
      const chosen = new URLSearchParams(location.hash.slice(prefix.length));
      for (const f of filters) {
        for (const c of f.controls) {
          c.value = chosen.get(c.name) || "";
          if (c.selectedIndex === -1) c.value = "";
        }
        f.show();
      }
      return;
    }
    const target = location.hash && document.getElementById(location.hash.slice(1));
    for (const f of filters) {
      if (target && target.hidden && f.table.contains(target)) {
        f.reset();
        target.scrollIntoView();
      } else {
        f.show();
      }
    }
  }

  // Where rows are cards, some browsers forget that they belong to a table.
  for (const table of document.querySelectorAll("table")) {
    table.setAttribute("role", "table");
    for (const part of table.querySelectorAll("thead,tbody")) part.setAttribute("role", "rowgroup");
    for (const row of table.rows) row.setAttribute("role", "row");
    for (const cell of table.querySelectorAll("td")) cell.setAttribute("role", "cell");
    for (const th of table.querySelectorAll("th")) th.setAttribute("role", th.scope === "col" ? "columnheader" : "rowheader");
  }

  addEventListener("hashchange", recall);
  recall();
})();
