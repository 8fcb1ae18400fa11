// A look at a page without opening it: on hover, on focus, and with the key x.
const { element, root, load, address } = self.fieldbook;
const pages = new Map();
self.fieldbookPeek = (entries) => { for (const [name, entry] of Object.entries(entries)) pages.set(name, entry); };

// The file that knows a page: that of its customer, else that of the folder around it.
const folder = (name) => {
  const parts = name.split("/").filter(Boolean);
  if (parts.length < 2 || parts[0] === "changes" || parts.at(-1) === "history" || name.includes(".")  && !name.endsWith("/")) return null;
  return parts.slice(0, parts[0] === "customers" ? 2 : Math.min(2, parts.length - 1)).join("/");
};

const box = element("div", { class: "peek", popover: "manual", id: "peek", role: "tooltip" });
document.body.append(box);
let timer = 0;
let shown = null;

const hide = () => {
  clearTimeout(timer);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  if (box.matches(":popover-open")) box.hidePopover();
};

const show = async (link) => {
  const name = address(link.href);
  const shelf = name && folder(name);
  if (!shelf || name === address(location.href)) return;
  await load(shelf + "/peek.js").catch(() => {});
  const page = pages.get(name);
  if (!page || !link.isConnected || (!link.matches(":hover, :focus") && shown !== link)) return;
  const [title, kind, lede, badges, figures, people] = page;
  box.replaceChildren(
    element("p", { class: "fine" }, kind || "Page"),
    element("p", { class: "peek-title" }, title),
    element("p", { class: "peek-badges" }, ...badges.flatMap(([text, tone]) => [element("span", { class: "badge badge-" + tone }, text), " "])),
    element("p", { class: "peek-lede" }, lede),
    element("dl", null, ...figures.map(([label, value]) => element("div", null, element("dt", { class: "fine" }, label), element("dd", null, value)))),
    element("p", { class: "fine" }, people));
  shown = link;
  link.setAttribute("aria-describedby", "peek");
  box.showPopover();
  const place = link.getBoundingClientRect();
  const below = place.bottom + 6 + box.offsetHeight < innerHeight;
  box.style.left = Math.max(8, Math.min(place.left, innerWidth - box.offsetWidth - 8)) + "px";
  box.style.top = (below ? place.bottom + 6 : Math.max(8, place.top - box.offsetHeight - 6)) + "px";
};

const target = (event) => event.target.closest?.("main a[href]");
const later = (link, delay) => {
  clearTimeout(timer);
  if (link === shown) return;
  timer = setTimeout(() => { hide(); show(link); }, delay);
};
document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const link = target(event);
  if (link) later(link, 400);
  else if (event.target.closest(".peek")) clearTimeout(timer);
  else if (shown || timer) {
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  }
});
document.addEventListener("focusin", (event) => {
  const link = target(event);
  if (link && link.matches(":focus-visible")) later(link, 700);
  else hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && shown) hide();
  else if (event.key === "Enter" || event.key === "Tab") clearTimeout(timer);
});
addEventListener("scroll", () => { if (shown && !shown.matches(":focus")) hide(); }, { passive: true });

// With a key: at once, and again to close.
self.fieldbook.peek = (link) => {
  if (!link?.matches("main a[href]")) return;
  if (shown === link) return hide();
  hide();
  shown = link;
  show(link);
};
