// What is new since the last visit: the browser remembers the last commit that was seen, nothing leaves it.
const changes = self.fieldbookChanges;
const page = document.querySelector(".page");
if (changes && changes.commits.length && page) {
  const key = "fieldbook-seen:" + changes.site;
  const newest = changes.commits[0];
  const remember = () => {
    try {
      localStorage.setItem(key, JSON.stringify(newest.slice(0, 2)));
      return true;
    } catch {
      return false;
    }
  };
  let seen = null;
  try {
    seen = JSON.parse(localStorage.getItem(key));
  } catch {
    // Storage may be blocked, or hold what is not ours: then nothing is marked.
  }
  // On the first visit everything would be new, which says nothing.
  if (!Array.isArray(seen)) remember();
  else mark(seen);

  function mark([id, time]) {
    const place = changes.commits.findIndex((commit) => commit[0] === id);
    const fresh = place >= 0 ? changes.commits.slice(0, place) : changes.commits.filter((commit) => commit[1] > time);
    if (!fresh.length) return;
    const records = new Map();
    for (const commit of fresh) {
      for (const entry of commit[2]) {
        const isNew = entry[0] === "+";
        const address = isNew ? entry.slice(1) : entry;
        records.set(address, isNew || records.get(address) || false);
      }
    }
    const date = new Date(time * 1000);
    const isNear = Date.now() - date < 6 * 864e5;
    const since = date.toLocaleDateString("en-GB", isNear ? { weekday: "short" } : { day: "numeric", month: "short" });
    const marks = [];
    const add = (link, text) => {
      const badge = document.createElement("span");
      badge.textContent = text;
      badge.className = "badge badge-info";
      link.after(" ", badge);
      marks.push(badge);
    };
    const root = new URL(document.body.dataset.root || ".", location).href;
    for (const link of page.querySelectorAll(".data-table tbody th a, .row-main > a:first-child")) {
      if (!link.href.startsWith(root)) continue;
      const address = link.href.slice(root.length).replace(/index\.html(?=#|$)/, "");
      if (records.has(address)) add(link, records.get(address) ? "New" : "Changed since " + since);
    }
    const names = new Set(fresh.map((commit) => commit[0]));
    for (const commit of page.querySelectorAll("[data-commit]")) {
      if (names.has(commit.dataset.commit)) add(commit.querySelector(".commit-head a"), "New");
    }
    if (!page.matches(".home") && !page.querySelector("[data-commit]")) return;
    const band = document.createElement("div");
    band.className = "notice notice-note seen";
    band.setAttribute("role", "status");
    const words = document.createElement("p");
    const count = document.createElement("strong");
    count.textContent = fresh.length + (fresh.length === 1 ? " change" : " changes") + " since " + since + ".";
    words.append(count, " " + records.size + (records.size === 1 ? " record is" : " records are") + " new or different.");
    const link = document.createElement("a");
    link.className = "more";
    link.href = root + "changes/index.html";
    link.textContent = "See what changed";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Mark all as seen";
    button.addEventListener("click", () => {
      remember();
      for (const badge of marks) badge.remove();
      band.remove();
    });
    band.append(words);
    if (page.matches(".home")) band.append(link);
    band.append(button);
    document.querySelector(".page-head").append(band);
  }
}
