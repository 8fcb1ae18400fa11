// Sorting, filtering, grouping and columns of tables; the view stands in the address, so that it can be sent.
const { element, load } = self.fieldbook;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const dash = "–";
const pageRows = 200;
const text = (cell) => (cell ? cell.textContent.trim() : "");
const shards = new Map();
self.fieldbookRows = (name, rows) => shards.set(name, rows);

// One value of a row: what is shown, what it sorts by, what it counts, what it is filtered by.
const read = (cell) => {
  const isUnknown = Boolean(cell.querySelector(".unknown"));
  const mark = cell.querySelector(".badge, a, .unknown");
  const shown = mark ? text(mark)
    : [...cell.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("").trim();
  const key = isUnknown ? null : cell.dataset.key ?? text(cell);
  return { shown, key: key === "" || key === dash ? null : key, unit: cell.dataset.unit };
};

const made = ([shown, key, , , , , unit, flags]) => ({
  shown, key: flags === 1 || shown === dash || shown === "" ? null : key || shown, unit: unit || undefined });

// The row of a file, drawn like those of the page.
const draw = (cells, heads) => {
  const row = element("tr");
  cells.forEach(([shown, key, href, tone, avatar, remark, unit, flags], place) => {
    const cell = element(place ? "td" : "th", {
      scope: place ? null : "row", "data-label": text(heads[place]), "data-key": key || null, "data-unit": unit || null,
      class: heads[place].classList.contains("number") ? "number" : flags === 2 ? "wraps" : null });
    if (avatar) cell.append(element("span", { class: "avatar", "aria-hidden": "true" }, avatar));
    cell.append(flags === 1 ? element("span", { class: "unknown" }, shown)
      : tone ? element("span", { class: "badge badge-" + tone }, shown) : href ? element("a", { href }, shown) : shown);
    if (remark) cell.append(" ", element("span", { class: "fine" }, remark));
    row.append(cell);
  });
  return row;
};

const setUp = (section, prefix) => {
  const table = section.querySelector("table");
  const body = table.tBodies[0];
  const entries = [...body.rows].map((row, order) => ({ row, order }));
  if (entries.length < 2) return;
  const heads = [...table.tHead.rows[0].cells];
  const names = heads.map(text);
  const status = section.querySelector("[role=status]");
  const total = status.textContent;
  const tools = section.querySelector(".table-tools");
  const foot = table.tFoot ? [...table.tFoot.rows[0].cells] : [];
  const footNodes = foot.map((cell) => [...cell.childNodes]);
  const facets = new Map();
  const hidden = new Set();
  const state = { sort: null, isDescending: false, group: null, limit: pageRows };
  let field = null;
  let grouping = null;
  let rest = null;

  const value = (entry, place) => {
    entry.values ??= [];
    return entry.values[place] ??= entry.row ? entry.row.cells[place] ? read(entry.row.cells[place]) : { shown: "", key: null } : made(entry.cells[place] || [""]);
  };
  const haystack = (entry) => entry.all ??= (entry.row ? entry.row.textContent : entry.cells.map((cell) => cell[0] + " " + (cell[5] || "")).join(" ")).toLowerCase();

  const compare = (left, right) => {
    const [a, b] = [Number(left), Number(right)];
    return Number.isNaN(a) || Number.isNaN(b) ? collator.compare(left, right) : a - b;
  };

  // Unknown values come last in both directions: they are neither small nor large.
  const ordered = (list) => {
    if (state.sort === null) return list;
    return list.map((entry) => ({ entry, key: value(entry, state.sort).key })).sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.entry.order - b.entry.order;
      return compare(a.key, b.key) * (state.isDescending ? -1 : 1) || a.entry.order - b.entry.order;
    }).map(({ entry }) => entry);
  };

  // Sums of a column, one a unit, counted in ten-thousandths because money is decimal.
  const sums = (list, place) => {
    const byUnit = new Map();
    for (const entry of list) {
      const { key, unit } = value(entry, place);
      if (unit && key !== null) byUnit.set(unit, (byUnit.get(unit) || 0) + Math.round(Number(key) * 1e4));
    }
    return [...byUnit].map(([unit, sum]) => (number.format(sum / 1e4) + " " + unit).replaceAll(" ", "\u00a0")).join(" · ");
  };

  const heading = (name, list) => {
    const row = element("tr", { class: "group" });
    heads.forEach((head, place) => {
      const isNumber = head.classList.contains("number");
      const cell = place
        ? element("td", { class: isNumber ? "number" : null, "data-label": names[place] }, isNumber ? sums(list, place) : "")
        : element("th", { scope: "rowgroup" }, name, element("span", { class: "count" }, String(list.length)));
      row.append(cell);
    });
    return row;
  };

  const none = element("p", { class: "no-match", hidden: true }, "No row matches.");
  const clear = element("button", { type: "button", class: "button" }, "Clear filters");
  none.append(clear);
  table.after(none);
  const more = section.querySelector(".overflow") || element("p", { class: "overflow", hidden: true });
  if (!more.isConnected) section.append(more);
  const moreButton = element("button", { type: "button", class: "button" });
  more.replaceChildren(moreButton);

  const all = Number(section.dataset.rows) || entries.length;
  const render = () => {
    const wanted = field ? field.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
    const set = [...facets].filter(([, select]) => select.value);
    const isNarrowed = wanted.length > 0 || set.length > 0;
    const fits = entries.filter((entry) => wanted.every((word) => haystack(entry).includes(word))
      && set.every(([place, select]) => value(entry, place).shown === select.value));
    const list = ordered(fits);
    const rows = [];
    const place = (entry) => {
      entry.row ??= draw(entry.cells, heads);
      for (const [at, cell] of [...entry.row.cells].entries()) cell.hidden = hidden.has(at);
      rows.push(entry.row);
    };
    if (state.group === null) list.slice(0, state.limit).forEach(place);
    else {
      const groups = new Map();
      for (const entry of list) {
        const name = value(entry, state.group).shown || dash;
        groups.set(name, [...(groups.get(name) || []), entry]);
      }
      let left = state.limit;
      for (const [name, members] of groups) {
        if (left <= 0) break;
        const row = heading(name, members);
        for (const [at, cell] of [...row.cells].entries()) cell.hidden = hidden.has(at);
        rows.push(row);
        members.slice(0, left).forEach(place);
        left -= members.length;
      }
    }
    body.replaceChildren(...rows);
    for (const [at, cell] of [...heads.entries(), ...foot.entries()]) cell.hidden = hidden.has(at);
    foot.forEach((cell, at) => {
      const isSum = at > 0 && heads[at].classList.contains("number") && entries.some((entry) => value(entry, at).unit);
      if (isNarrowed && at === 0) cell.replaceChildren(list.length + " of " + all);
      else if (isNarrowed && isSum) cell.replaceChildren(sums(list, at) || dash);
      else cell.replaceChildren(...footNodes[at]);
      cell.classList.toggle("is-narrowed", isNarrowed && at > 0 && !isSum);
    });
    for (const select of [...facets.values(), grouping].filter(Boolean)) select.classList.toggle("is-set", select.value !== "");
    heads.forEach((head, at) => {
      if (at === state.sort) head.setAttribute("aria-sort", state.isDescending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    status.textContent = isNarrowed ? list.length + " of " + total : total;
    none.hidden = list.length > 0;
    const shown = Math.min(list.length, state.limit);
    const waiting = section.dataset.shards && !rest ? all : list.length;
    more.hidden = shown >= waiting;
    moreButton.textContent = "Show more (" + number.format(shown) + " of " + number.format(waiting) + ")";
  };

  const save = () => {
    const values = new URL(location.href).searchParams;
    const set = (name, value) => (value ? values.set(prefix + name, value) : values.delete(prefix + name));
    set("sort", state.sort === null ? "" : (state.isDescending ? "-" : "") + names[state.sort]);
    if (field) set("q", field.value);
    for (const [place, select] of facets) set(names[place], select.value);
    set("group", state.group === null ? "" : names[state.group]);
    set("hide", [...hidden].sort((a, b) => a - b).map((place) => names[place]).join(","));
    const query = values.toString();
    try {
      history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash);
    } catch {
      // Under file:// some browsers refuse; the view still works.
    }
  };

  // Rows that are too many for the page come when they are asked for.
  const complete = () => {
    if (!section.dataset.shards) return Promise.resolve();
    const folder = new URL(".", location.href).href;
    const count = Number(section.dataset.shards);
    rest ??= Promise.all(Array.from({ length: count }, (_, place) => {
      const name = section.dataset.shard + (place + 1);
      return load(folder.slice(self.fieldbook.root.length) + name + ".js").then(() => shards.get(name) || [], () => []);
    })).then((lists) => {
      for (const cells of lists.flat()) entries.push({ cells, order: entries.length });
      fillFacets();
    });
    return rest;
  };
  const change = async () => {
    await complete();
    state.limit = pageRows;
    render();
    save();
  };

  heads.forEach((head, place) => {
    if (!("sort" in head.dataset)) return;
    const button = element("button", { type: "button", class: "sort" }, names[place]);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      state.isDescending = state.sort === place ? !state.isDescending : head.classList.contains("number");
      state.sort = place;
      change();
    });
  });

  const fillFacets = () => {
    for (const [place, select] of facets) {
      const values = [...new Set(entries.map((entry) => value(entry, place).shown))].filter((name) => name && name !== dash).sort(collator.compare);
      const chosen = select.value || select.wanted;
      select.replaceChildren(new Option(names[place], ""), ...values.slice(0, 200).map((name) => new Option(name, name)));
      if (values.includes(chosen)) select.value = chosen;
      select.hidden = values.length < 2;
    }
  };

  const address = new URL(location.href).searchParams;
  const wanted = (name) => address.get(prefix + name);
  if ("filterable" in section.dataset) {
    const title = section.querySelector(".table-title").textContent;
    field = element("input", { type: "search", placeholder: "Filter", "aria-label": "Filter " + title });
    const bar = element("div", { class: "facets" });
    tools.append(field, bar);
    field.value = wanted("q") || "";
    let timer = 0;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(change, entries.length > 400 || section.dataset.shards ? 120 : 0);
    });
    heads.forEach((head, place) => {
      if (!("facet" in head.dataset)) return;
      const select = element("select", { "aria-label": names[place] });
      select.wanted = wanted(names[place]);
      facets.set(place, select);
      bar.append(select);
      select.addEventListener("change", change);
    });
    if (facets.size) {
      grouping = element("select", { "aria-label": "Group by" });
      grouping.append(new Option("Group", ""), ...[...facets.keys()].map((place) => new Option("Group: " + names[place], place)));
      bar.append(grouping);
      grouping.addEventListener("change", () => {
        state.group = grouping.value === "" ? null : Number(grouping.value);
        change();
      });
    }
    fillFacets();
    if (heads.length > 4) {
      const boxes = heads.slice(1).map((head, index) => {
        const box = element("input", { type: "checkbox" });
        box.checked = !(wanted("hide") || "").split(",").includes(names[index + 1]);
        if (!box.checked) hidden.add(index + 1);
        box.addEventListener("change", () => {
          if (box.checked) hidden.delete(index + 1);
          else hidden.add(index + 1);
          render();
          save();
        });
        return element("label", null, box, names[index + 1]);
      });
      const menu = element("details", { class: "display" }, element("summary", null, "Columns"),
        element("div", null, element("fieldset", null, element("legend", { class: "label" }, "Columns shown"), ...boxes)));
      bar.append(menu);
      document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
      menu.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !menu.open) return;
        event.stopPropagation();
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    }
  }
  clear.addEventListener("click", () => {
    if (field) field.value = "";
    for (const select of facets.values()) select.value = "";
    change();
    field?.focus();
  });
  moreButton.addEventListener("click", async () => {
    await complete();
    state.limit += 2 * pageRows;
    render();
  });

  const order = wanted("sort");
  if (order) {
    state.isDescending = order.startsWith("-");
    const place = names.indexOf(order.slice(state.isDescending ? 1 : 0));
    if (place >= 0) state.sort = place;
  }
  const group = names.indexOf(wanted("group"));
  if (grouping && facets.has(group)) {
    grouping.value = group;
    state.group = group;
  }
  const isSet = state.sort !== null || state.group !== null || field?.value || [...facets.values()].some((select) => select.wanted);
  if (isSet) complete().then(render);
  else render();
};

const sections = [...document.querySelectorAll(".data-table")];
for (const section of sections) setUp(section, sections.length > 1 ? section.id + "." : "");
