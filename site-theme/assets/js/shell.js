// The theme switch, the mobile navigation and the section that is in view.
(() => {
  const root = document.documentElement;
  const themes = ["system", "light", "dark"];
  const current = () => root.dataset.theme || "system";

  const show = () => {
    const name = "Theme: " + current();
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      const label = button.querySelector("[data-theme-label]");
      if (label) label.textContent = name;
      else button.setAttribute("aria-label", name);
    }
  };

  const switchTheme = () => {
    const next = themes[(themes.indexOf(current()) + 1) % themes.length];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === "system") localStorage.removeItem("fieldbook-theme");
      else localStorage.setItem("fieldbook-theme", next);
    } catch {
      // Storage may be blocked: the choice then lasts for this page.
    }
    show();
  };

  for (const button of document.querySelectorAll("[data-theme-switch]")) button.addEventListener("click", switchTheme);
  show();

  const nav = document.getElementById("nav");
  const main = document.getElementById("main");
  if (nav && main) {
    nav.addEventListener("toggle", (event) => {
      const isOpen = event.newState === "open";
      main.inert = isOpen;
      if (isOpen) (nav.querySelector("[aria-current]") || nav.querySelector("a")).focus();
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    const field = document.querySelector(".search input");
    if (!field || !field.offsetParent) return;
    event.preventDefault();
    field.focus();
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
})();
