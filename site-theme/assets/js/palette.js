// The palette: pages, records and what can be done, in one field.
const { element, keep, root, load, actions } = self.fieldbook;
const searchForm = document.querySelector("form.search");
let parts = null;
let search = null;
let entries = [];
let at = 0;
let turn = 0;

const words = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// Higher is better: the whole title, its beginning, the beginning of every word; 0 does not fit.
const score = (wanted, name, aside) => {
  const own = words(name);
  const all = own.concat(words(aside || ""));
  if (!wanted.length) return 1;
  if (!wanted.every((word) => all.some((other) => other.startsWith(word)))) return 0;
  const text = own.join(" ");
  const query = wanted.join(" ");
  return (text === query ? 8 : text.startsWith(query) ? 4 : 0) + (wanted.every((word) => own.some((other) => other.startsWith(word))) ? 2 : 1);
};

const known = () => {
  const groups = [];
  const recent = (keep("recent") || []).filter(([address]) => address !== self.fieldbook.address(location.href));
  groups.push(["Recent", recent.map(([address, name, kind]) => ({ name, aside: kind, href: root + address + "index.html", icon: "clock" }))]);
  groups.push(["On this page", [...document.querySelectorAll(".tabs a, .toc a")].map((link) => ({
    name: link.firstChild.textContent, href: link.href, icon: "folder" }))]);
  groups.push(["Go to", [...document.querySelectorAll(".nav-list a")].map((link) => ({
    name: [...link.childNodes].find((node) => node.nodeType === 3)?.data.trim() || link.textContent, href: link.href,
    icon: link.querySelector(".i").className.split("i-")[1] }))]);
  groups.push(["Actions", actions.map((action) => ({ ...action }))]);
  return groups;
};

// Records that this page links to, for sites without an index and until it is there.
const linked = () => {
  const seen = new Set();
  return [...document.querySelectorAll("main a[href]")].flatMap((link) => {
    const address = self.fieldbook.address(link.href);
    const name = link.textContent.trim();
    if (!address || !name || link.hash || seen.has(address) || link.closest(".topline")) return [];
    seen.add(address);
    return [{ name, aside: "", href: link.href, icon: "document" }];
  });
};

const startSearch = () => {
  if (!searchForm || search) return;
  search = load("assets/search.js").then(() => self.fieldbookSearch.open(root)).catch(() => null);
};

const show = (groups) => {
  entries = [];
  const seen = new Set();
  const isNew = (item) => !seen.has(item.href || item.name) && seen.add(item.href || item.name);
  groups = groups.map(([title, items]) => [title, items.filter(isNew)]);
  parts.list.replaceChildren(...groups.filter(([, items]) => items.length).map(([title, items], place) => {
    const label = "palette-" + place;
    const options = items.map((item) => {
      const option = element(
        "li", { role: "option", id: "palette-option-" + entries.length, "aria-selected": "false" },
        element("i", { class: "i i-" + item.icon }), element("span", { class: "option-name" }, item.name),
        item.context, item.aside && element("span", { class: "fine" }, item.aside), item.key && element("kbd", null, item.key));
      const own = entries.length;
      option.addEventListener("pointermove", () => { if (at !== own) choose(own, false); });
      option.addEventListener("click", (event) => run(item, event.ctrlKey || event.metaKey));
      entries.push({ ...item, option });
      return option;
    });
    return element("li", { role: "presentation" }, element("p", { class: "label", id: label }, title),
      element("ul", { role: "group", "aria-labelledby": label }, ...options));
  }));
  parts.none.hidden = entries.length > 0;
  parts.status.textContent = entries.length + (entries.length === 1 ? " result" : " results");
  choose(0, true);
};

const choose = (place, scrolls) => {
  entries[at]?.option.setAttribute("aria-selected", "false");
  at = Math.max(0, Math.min(entries.length - 1, place));
  const chosen = entries[at]?.option;
  if (!chosen) return parts.field.removeAttribute("aria-activedescendant");
  chosen.setAttribute("aria-selected", "true");
  parts.field.setAttribute("aria-activedescendant", chosen.id);
  if (scrolls) chosen.scrollIntoView({ block: "nearest" });
};

const run = (item, inNewTab) => {
  parts.dialog.close();
  if (item.run) return item.run();
  if (inNewTab) self.open(item.href, "_blank", "noopener");
  else location.href = item.href;
};

// Kinds of records by the symbol that stands for them.
const icons = {
  customer: "customers", deal: "deal", battlecard: "battlecard", playbook: "playbook", template: "template", interaction: "meeting",
  insight: "insight", task: "task", contact: "people", person: "people", colleague: "people", report: "report", lesson: "training", training: "training",
  security: "security", workflow: "workflow", alert: "alert", agent: "agent", integration: "integration", rule: "rule",
};

const update = async () => {
  const own = ++turn;
  const text = parts.field.value;
  const wanted = words(text);
  const rank = (items, limit) => items.map((item) => [score(wanted, item.name, item.aside), item])
    .filter(([value]) => value > 0).sort((left, right) => right[0] - left[0]).slice(0, limit).map(([, item]) => item);
  const [recent, here, pages, doings] = known();
  if (!wanted.length) return show([[recent[0], recent[1].slice(0, 5)], pages, doings]);
  const groups = [["Records", rank(linked(), 6)], [recent[0], rank(recent[1], 4)], [pages[0], rank(pages[1], 6)],
    [doings[0], rank(doings[1], 6)], [here[0], rank(here[1], 5)]];
  // A page or an action that begins with what was typed is meant more likely than any record.
  const meant = [pages, doings].map(([title, items]) => [title, items.filter((item) => text.trim().length > 2 && score(wanted, item.name) >= 4).slice(0, 3)]);
  show([...meant, ...groups]);
  const index = await search;
  if (!index || own !== turn) return;
  const found = await index.query(text, { limit: 12 });
  if (own !== turn) return;
  const records = found.map((hit) => ({
    name: hit.title, aside: [hit.kind, hit.owner].filter(Boolean).join(" · "), href: new URL(hit.url, location.href).href,
    icon: icons[hit.kind?.toLowerCase()] || "document", context: hit.context?.length ? context(hit.context) : null,
  }));
  show([...meant, ["Records", records], ...groups.slice(1)]);
  if (searchForm) parts.all.href = searchForm.action + "?q=" + encodeURIComponent(text);
};

// An excerpt with the words that fit marked; it is text throughout, never markup.
const context = (parts) => element(
  "span", { class: "option-context" }, ...parts.map(({ text, mark }) => (mark ? element("mark", null, text) : text)));

const build = () => {
  const field = element("input", {
    type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "palette-list", "aria-autocomplete": "list",
    "aria-label": "Search pages, records and actions", placeholder: "Search pages, records and actions", autocomplete: "off", spellcheck: "false",
  });
  const list = element("ul", { id: "palette-list", role: "listbox", "aria-label": "Results" });
  const none = element("p", { class: "no-match", hidden: true }, "Nothing fits. Try fewer or shorter words.");
  const status = element("p", { class: "sr", role: "status" });
  const all = element("a", { class: "fine", hidden: !searchForm, href: searchForm ? searchForm.action : "#" }, "All results");
  const foot = element("p", { class: "palette-foot" }, element("kbd", null, "↑"), element("kbd", null, "↓"), "choose",
    element("kbd", null, "↵"), "open", element("kbd", null, "Esc"), "close", all);
  const dialog = element("dialog", { class: "palette", "aria-label": "Search" },
    element("div", { class: "palette-field" }, element("i", { class: "i i-search" }), field), list, none, status, foot);
  field.addEventListener("input", update);
  field.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in steps) choose(at + steps[event.key], true);
    else if (event.key === "Enter" && entries[at] && !event.isComposing) run(entries[at], event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  parts = { dialog, field, list, none, status, all };
};

self.fieldbook.openPalette = async (text = "", isSent = false) => {
  if (!parts) build();
  if (parts.dialog.open) return parts.dialog.close();
  document.querySelector("#nav:popover-open")?.hidePopover();
  startSearch();
  parts.field.value = text;
  parts.dialog.showModal();
  parts.field.focus();
  const shown = update();
  if (!isSent) return;
  await shown;
  if (entries[at]) run(entries[at], false);
};
