// Narrows the list of changes; what is chosen stands in the address, so that it can be sent.
const form = document.querySelector(".filters");
if (form) {
  const selects = [...form.querySelectorAll("select")];
  const commits = [...document.querySelectorAll("[data-commit]")];
  const days = [...document.querySelectorAll(".log .day")];
  const status = document.getElementById("log-count");
  const none = document.getElementById("log-none");
  const total = status.textContent;

  const show = () => {
    let shown = 0;
    for (const commit of commits) {
      const fits = selects.every((select) => !select.value
        || commit.dataset[select.name].split(" ").includes(select.value));
      commit.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const day of days) day.hidden = !day.querySelector("[data-commit]:not([hidden])");
    for (const select of selects) select.classList.toggle("is-set", Boolean(select.value));
    const isSet = selects.some((select) => select.value);
    status.textContent = isSet ? shown + " of " + commits.length + " shown" : total;
    none.hidden = shown > 0;
  };

  const read = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const select of selects) {
      const value = wanted.get(select.name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    show();
  };

  form.addEventListener("change", () => {
    const values = new URLSearchParams();
    for (const select of selects) if (select.value) values.set(select.name, select.value);
    const hash = values.toString();
    try {
      history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
    } catch {
      // Under file:// some browsers refuse; the list is narrowed all the same.
    }
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  read();
}
