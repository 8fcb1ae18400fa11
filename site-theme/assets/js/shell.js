// What all scripts share; then the theme switch, the mobile navigation and the section that is in view.
const root = new URL(document.body.dataset.root || ".", location.href).href;
const policy = self.trustedTypes && trustedTypes.createPolicy("fieldbook", {
  createScriptURL: (address) => {
    if (!address.startsWith(root)) throw new TypeError("not a file of this site");
    return address;
  },
});
const loaded = new Map();

const fieldbook = self.fieldbook = {
  root,
  // Address of a page below the root, without the file name: "customers/acme/".
  address: (url) => url.startsWith(root) ? url.slice(root.length).replace(/[?#].*$/, "").replace(/index\.html$/, "") : null,
  // A script of this site, once; the only way to read data from disk as well as from a server.
  load(path) {
    if (!loaded.has(path)) {
      loaded.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const address = root + path;
        script.src = policy ? policy.createScriptURL(address) : address;
        script.onload = resolve;
        script.onerror = () => reject(new Error(path));
        document.head.append(script);
      }));
    }
    return loaded.get(path);
  },
  loadStyle(path) {
    if (!loaded.has(path)) {
      loaded.set(path, new Promise((resolve) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = root + path;
        link.onload = link.onerror = resolve;
        document.head.append(link);
      }));
    }
    return loaded.get(path);
  },
  // What the browser keeps for this site; storage may be blocked.
  keep(name, value) {
    try {
      const key = "fieldbook-" + name + ":" + root;
      if (value === undefined) return JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      return null;
    }
  },
  element(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child != null && child !== ""));
    return element;
  },
  // Says something to everybody: in words on the screen, and to screen readers.
  say(text) {
    toast.textContent = text;
    toast.classList.add("is-shown");
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => toast.classList.remove("is-shown"), 1800);
  },
  switchTheme,
};
const toast = fieldbook.element("p", { class: "toast", role: "status" });
document.body.append(toast);

const html = document.documentElement;
const themes = ["system", "light", "dark"];
const current = () => html.dataset.theme || "system";

function showTheme() {
  const name = "Theme: " + current();
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    const label = button.querySelector("[data-theme-label]");
    if (label) label.textContent = name;
    else button.setAttribute("aria-label", name);
  }
}

function switchTheme() {
  const next = themes[(themes.indexOf(current()) + 1) % themes.length];
  if (next === "system") delete html.dataset.theme;
  else html.dataset.theme = next;
  try {
    if (next === "system") localStorage.removeItem("fieldbook-theme");
    else localStorage.setItem("fieldbook-theme", next);
  } catch {
    // Storage may be blocked: the choice then lasts for this page.
  }
  showTheme();
  fieldbook.say("Theme: " + next);
}

for (const button of document.querySelectorAll("[data-theme-switch]")) button.addEventListener("click", switchTheme);
showTheme();

const nav = document.getElementById("nav");
const main = document.getElementById("main");
nav.addEventListener("toggle", (event) => {
  const isOpen = event.newState === "open";
  main.inert = isOpen;
  if (isOpen) (nav.querySelector("[aria-current]") || nav.querySelector("a")).focus();
});

const links = new Map();
for (const link of document.querySelectorAll('.tabs a[href^="#"], .toc a[href^="#"]')) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) links.set(target, link);
}
if (links.size > 1 && "IntersectionObserver" in window) {
  const visible = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) visible.add(entry.target);
      else visible.delete(entry.target);
    }
    let found = false;
    for (const [target, link] of links) {
      const isFirst = !found && visible.has(target);
      if (isFirst) found = true;
      if (isFirst) link.setAttribute("aria-current", "true");
      else if (visible.size) link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-64px 0px -50% 0px" });
  for (const target of links.keys()) observer.observe(target);
}

// A link into a folded month opens it.
const unfold = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details:not([open])");
  if (fold) fold.open = true;
};
addEventListener("hashchange", unfold);
unfold();

// Records that were opened last, for the palette.
if (document.querySelector('link[type="text/markdown"]')) {
  const here = fieldbook.address(location.href);
  const title = document.querySelector("h1").textContent;
  const kind = document.querySelector(".kicker")?.textContent || "";
  const recent = (fieldbook.keep("recent") || []).filter((entry) => entry[0] !== here);
  fieldbook.keep("recent", [[here, title, kind], ...recent].slice(0, 9));
}
