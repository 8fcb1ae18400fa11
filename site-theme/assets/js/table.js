// Sorting and filtering of tables; the view stands in the address, so that it can be sent.
(() => {
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const dash = "–";
  const text = (cell) => (cell ? cell.textContent.trim() : "");
  const badge = (cell) => {
    const mark = cell && cell.querySelector(".badge, a, .unknown");
    if (mark) return text(mark);
    return [...(cell ? cell.childNodes : [])].filter((node) => node.nodeType === 3).map((node) => node.data).join("").trim();
  };

  const setUp = (section, prefix) => {
    const table = section.querySelector("table");
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (rows.length < 2) return;
    const heads = [...table.tHead.rows[0].cells];
    const status = section.querySelector("[role=status]");
    const total = status.textContent;
    const tools = section.querySelector(".table-tools");
    const address = new URL(location.href);
    const facets = new Map();
    let field = null;
    let sorted = null;

    const key = (row, index) => {
      const cell = row.cells[index];
      if (!cell || cell.querySelector(".unknown")) return null;
      const value = cell.dataset.key ?? text(cell);
      return value === "" || value === dash ? null : value;
    };

    const compare = (left, right) => {
      const [a, b] = [Number(left), Number(right)];
      return Number.isNaN(a) || Number.isNaN(b) ? collator.compare(left, right) : a - b;
    };

    // Unknown values come last in both directions: they are neither small nor large.
    const sort = (index, isDescending) => {
      const keyed = rows.map((row, order) => ({ row, order, value: key(row, index) }));
      keyed.sort((a, b) => {
        if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.order - b.order;
        return compare(a.value, b.value) * (isDescending ? -1 : 1) || a.order - b.order;
      });
      body.append(...keyed.map((entry) => entry.row));
      heads.forEach((head, at) => {
        if (at === index) head.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      sorted = { index, isDescending };
    };

    const filter = () => {
      const words = field ? field.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
      let shown = 0;
      for (const row of rows) {
        const all = row.textContent.toLowerCase();
        const isShown = words.every((word) => all.includes(word))
          && [...facets].every(([index, select]) => !select.value || badge(row.cells[index]) === select.value);
        row.hidden = !isShown;
        if (isShown) shown += 1;
      }
      for (const select of facets.values()) select.classList.toggle("is-set", select.value !== "");
      status.textContent = shown === rows.length ? total : shown + " of " + total;
      none.hidden = shown > 0;
    };

    const save = () => {
      const values = new URL(location.href).searchParams;
      const set = (name, value) => (value ? values.set(prefix + name, value) : values.delete(prefix + name));
      set("sort", sorted ? (sorted.isDescending ? "-" : "") + text(heads[sorted.index]) : "");
      if (field) set("q", field.value);
      for (const [index, select] of facets) set(text(heads[index]), select.value);
      const query = values.toString();
      try {
        history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash);
      } catch {
        // Under file:// some browsers refuse; the view still works.
      }
    };

    const none = document.createElement("p");
    none.className = "no-match";
    none.textContent = "No row matches. Clear a filter to see more.";
    none.hidden = true;
    table.after(none);

    heads.forEach((head, index) => {
      if (!("sort" in head.dataset)) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = text(head);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const isSame = sorted && sorted.index === index;
        sort(index, isSame ? !sorted.isDescending : head.classList.contains("number"));
        save();
      });
    });

    if ("filterable" in section.dataset) {
      field = document.createElement("input");
      field.type = "search";
      field.placeholder = "Filter";
      field.setAttribute("aria-label", "Filter " + section.querySelector(".table-title").textContent);
      tools.append(field);
      field.addEventListener("input", () => { filter(); save(); });
      heads.forEach((head, index) => {
        if (!("facet" in head.dataset)) return;
        const values = [...new Set(rows.map((row) => badge(row.cells[index])))].filter(Boolean).sort(collator.compare);
        if (values.length < 2 || values.length > 40) return;
        const select = document.createElement("select");
        select.setAttribute("aria-label", text(head));
        select.append(new Option(text(head) + ": all", ""), ...values.map((value) => new Option(value, value)));
        facets.set(index, select);
        tools.append(select);
        select.addEventListener("change", () => { filter(); save(); });
      });
    }

    const wanted = (name) => address.searchParams.get(prefix + name);
    if (field && wanted("q")) field.value = wanted("q");
    for (const [index, select] of facets) {
      const value = wanted(text(heads[index]));
      if (value && [...select.options].some((option) => option.value === value)) select.value = value;
    }
    const order = wanted("sort");
    if (order) {
      const isDescending = order.startsWith("-");
      const index = heads.findIndex((head) => text(head) === order.slice(isDescending ? 1 : 0));
      if (index >= 0) sort(index, isDescending);
    }
    filter();
  };

  const sections = [...document.querySelectorAll(".data-table")];
  for (const section of sections) setUp(section, sections.length > 1 ? section.id + "." : "");
})();
