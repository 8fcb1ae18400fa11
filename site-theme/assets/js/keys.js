// What a page can do, and the keys for it. Single keys rest in fields and with modifiers, and can be turned off.
const { say, copy, keep } = self.fieldbook;
const open = (link) => link && link.click();
const find = (text) => [...document.querySelectorAll(".actions a, .provenance-links a")].find((link) => link.textContent === text);
const links = [...document.querySelectorAll(".nav-list a")];
const place = (name) => links.find((link) => self.fieldbook.address(link.href) === name);
const section = { h: "", c: "customers/", d: "deals/", b: "toolkit/battlecards/", p: "pipeline/", r: "reports/" };
const main = document.getElementById("main");

// The first link of every row that shows.
const rows = () => [...document.querySelectorAll(
  ".data-table tbody tr:not(.group), .row, .alert-row, .deal-row, .deal-card, .link-card, .timeline li, .commit-head, .insight, .finding",
)].filter((row) => row.checkVisibility()).map((row) => row.querySelector("a[href]")).filter(Boolean);

const step = (distance) => {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (distance > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + distance))];
  next.focus();
  next.closest("tr, li, article")?.scrollIntoView({ block: "nearest" });
};

// The neighbours: those that the page names, else those of the list from which it was opened.
const neighbour = (relation, distance) => {
  const named = document.querySelector(`a[rel="${relation}"]`);
  if (named) return open(named);
  const list = keep("list") || [];
  const at = list.indexOf(location.href.replace(/[?#].*$/, ""));
  if (at < 0 || !list[at + distance]) return say(distance > 0 ? "This is the last one" : "This is the first one");
  location.href = list[at + distance];
};
main.addEventListener("click", (event) => {
  const link = event.target.closest("tbody th a, .row-main > a:first-child, .deal-top > a, .link-card a");
  if (!link) return;
  const all = rows().map((row) => row.href.replace(/[?#].*$/, ""));
  if (all.includes(link.href)) keep("list", all.slice(0, 500));
});

const actions = self.fieldbook.actions = [
  { name: "Copy link", icon: "template", run: () => copy(location.href, "Link copied") },
  { name: "Copy as Markdown", icon: "note", run: async () => copy(await self.fieldbook.markdown(), "Copied as Markdown") },
  { name: "Switch theme", icon: "theme", key: "t", run: () => self.fieldbook.switchTheme() },
  { name: "Print this page", icon: "document", run: () => print() },
  { name: "Edit on the Git host", icon: "note", key: "e", run: () => open(find("Edit")), needs: find("Edit") },
  { name: "History of this record", icon: "clock", key: "h", run: () => open(find("History")), needs: find("History") },
  {
    name: "The last change of this record", icon: "clock", key: "d",
    run: () => open(document.querySelector('.provenance a[href*="changes/"]')),
    needs: document.querySelector('.provenance a[href*="changes/"]'),
  },
  { name: "Changes of the workspace", icon: "clock", run: () => open(place("changes/")), needs: place("changes/") },
  {
    name: "Compare two moments", icon: "two-way", needs: place("changes/"),
    run: () => { location.href = place("changes/").href + "#compare"; },
  },
  { name: "Keys", icon: "question", key: "?", run: () => help() },
].filter((action) => !("needs" in action) || action.needs);

// Palette, previews and the list of keys come when they are first asked for.
const tools = () => Promise.all([self.fieldbook.loadStyle("assets/tools.css"), self.fieldbook.load("assets/tools.js")]);
// What is typed while the palette is still on its way belongs into it.
let typed = null;
const palette = () => {
  typed = { text: "", isSent: false };
  tools().then(() => {
    const { text, isSent } = typed;
    typed = null;
    self.fieldbook.openPalette(text, isSent);
  });
};
const help = () => tools().then(() => self.fieldbook.showKeys());
const peek = (link) => tools().then(() => self.fieldbook.peek(link));
for (const button of document.querySelectorAll("[data-palette]")) button.addEventListener("click", palette);
for (const kind of ["pointerover", "focusin"]) {
  const wait = (event) => {
    if (!event.target.closest?.("main a[href]") || event.pointerType === "touch") return;
    document.removeEventListener(kind, wait);
    tools().then(() => event.target.dispatchEvent(new event.constructor(kind, { bubbles: true, pointerType: event.pointerType })));
  };
  document.addEventListener(kind, wait);
}
document.querySelector("[data-keys]")?.addEventListener("click", () => help());

let isGoing = 0;
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    return palette();
  }
  if (typed && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (event.key.length === 1) typed.text += event.key;
    else if (event.key === "Enter") typed.isSent = true;
    else return;
    return event.preventDefault();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keep("keys") === "off") return;
  if (document.querySelector("dialog[open]") || document.querySelector("#nav:popover-open")) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const wasGoing = Date.now() - isGoing < 1500;
  isGoing = 0;
  const known = {
    "/": palette, g: () => { isGoing = Date.now(); }, j: () => step(1), k: () => step(-1),
    x: () => peek(document.activeElement), "[": () => neighbour("prev", -1), "]": () => neighbour("next", 1),
  };
  const action = actions.find((action) => action.key === event.key);
  const target = wasGoing && event.key in section && place(section[event.key]);
  const run = target ? () => open(target) : known[event.key] || action?.run;
  if (!run || (wasGoing && !target)) return;
  event.preventDefault();
  run();
});
