// The page of results: words and filters stand in its address, so that a search can be sent.
const root = document.body.dataset.root;
const form = document.querySelector("[data-search]");
const input = form.querySelector("input");
const part = (name) => document.querySelector(`[data-search-${name}]`);
const [facetBar, status, list, more, empty, browse] = ["facets", "status", "results", "more", "empty", "browse"].map(part);
const STEP = 12;
const NAMES = { kind: "Any kind", stage: "Any stage", owner: "Any owner", segment: "Any segment" };
const address = new URL(location.href);
let limit = STEP;
let turn = 0;

const make = (tag, name, ...content) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
};

const marked = (parts) => parts.map(({ text, mark }) => (mark ? make("mark", "", text) : text));

const row = (result) => {
  const link = make("a", "", ...marked(result.titleParts));
  link.href = result.url;
  const head = make("div", "result-head", link, make("span", "badge badge-neutral", result.kind));
  const item = make("li", "result", head);
  const place = [result.owner, ...(result.facets.stage || []), result.heading].filter(Boolean);
  if (place.length) item.append(make("p", "result-place", place.join(" · ")));
  if (result.context.length) item.append(make("p", "result-context", ...marked(result.context)));
  return item;
};

const chosen = () => Object.fromEntries(Array.from(facetBar.querySelectorAll("select"), (select) =>
  [select.name, select.value ? [select.value] : []]));

const remember = () => {
  const words = new URLSearchParams();
  if (input.value.trim()) words.set("q", input.value.trim());
  for (const [name, [value]] of Object.entries(chosen())) if (value) words.set(name, value);
  const query = words.toString();
  try {
    history.replaceState(null, "", address.pathname + (query ? "?" + query : ""));
  } catch {
    // A page opened from disk may not change its address in every browser.
  }
};

const show = async (index) => {
  const mine = ++turn;
  const words = input.value.trim();
  const facets = chosen();
  const isNarrowed = Object.values(facets).some((values) => values.length);
  for (const select of facetBar.querySelectorAll("select")) select.classList.toggle("is-chosen", select.value !== "");
  const clear = facetBar.querySelector("button");
  if (clear) clear.hidden = !isNarrowed;
  remember();
  const results = words ? await index.query(input.value, { limit, facets }) : Object.assign([], { total: 0 });
  if (mine !== turn) return;
  list.replaceChildren(...results.map(row));
  const total = Math.max(results.total, results.length);
  status.textContent = !words ? `${index.size.toLocaleString("en")} things can be found.`
    : !results.length ? `Nothing found for “${words}”.`
    : results.total === 0 ? "No page has all the words; these come closest."
    : total === 1 ? "1 result" : `${total.toLocaleString("en")} results, best first`;
  more.hidden = results.length < limit;
  empty.hidden = !words || results.length > 0;
  browse.hidden = words !== "" && results.length > 0;
};

const start = (index) => {
  for (const [name, label] of Object.entries(NAMES)) {
    const values = index.facets[name] || [];
    if (values.length < 2) continue;
    const select = make("select");
    select.name = name;
    select.setAttribute("aria-label", name[0].toUpperCase() + name.slice(1));
    select.append(new Option(label, ""), ...values.map(({ value, count }) => new Option(`${value} (${count})`, value)));
    const wanted = address.searchParams.get(name);
    if (wanted && values.some(({ value }) => value === wanted)) select.value = wanted;
    facetBar.append(select);
  }
  const clear = make("button", "", "Clear filters");
  clear.type = "button";
  clear.addEventListener("click", () => {
    for (const select of facetBar.querySelectorAll("select")) select.value = "";
    input.focus();
    renew();
  });
  facetBar.append(clear);
  const renew = () => {
    limit = STEP;
    show(index);
  };
  facetBar.addEventListener("change", renew);
  input.addEventListener("input", renew);
  more.addEventListener("click", async () => {
    const last = list.children.length;
    limit += STEP;
    await show(index);
    list.children[last]?.querySelector("a").focus();
  });
  show(index);
};

const links = () => Array.from(list.querySelectorAll("a"));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  links()[0]?.click();
});

document.addEventListener("keydown", (event) => {
  const all = links();
  const place = all.indexOf(document.activeElement);
  if (document.activeElement !== input && place < 0) return;
  if (event.key === "ArrowDown" && place < all.length - 1) all[place + 1].focus();
  else if (event.key === "ArrowUp" && place === 0) input.focus();
  else if (event.key === "ArrowUp" && place > 0) all[place - 1].focus();
  else if (event.key === "Escape" && place >= 0) input.focus();
  else return;
  event.preventDefault();
});

input.value = address.searchParams.get("q") || "";
input.focus();
status.textContent = "Loading the index …";
fieldbookSearch.open(root).then(start).catch(() => {
  status.textContent = "The index could not be loaded. The lists below lead everywhere.";
});
