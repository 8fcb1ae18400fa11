// Narrows a timeline to one kind of interaction; without a script all of them show.
const section = document.getElementById("timeline");
const entries = section ? [...section.querySelectorAll("[data-kind]")] : [];
const kinds = [...new Set(entries.map((entry) => entry.dataset.kind))].sort();
if (kinds.length > 1) {
  const { element } = self.fieldbook;
  const status = element("p", { class: "sr", role: "status" });
  const months = [...section.querySelectorAll(".month")];
  const opened = new Set(months.filter((month) => month.open));
  const buttons = ["All", ...kinds].map((kind) => {
    const button = element("button", { type: "button", class: "chip", "aria-pressed": String(kind === "All") }, kind);
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      const isAll = kind === "All";
      for (const entry of entries) entry.hidden = !isAll && entry.dataset.kind !== kind;
      for (const month of months) {
        month.hidden = !month.querySelector("[data-kind]:not([hidden])");
        month.open = isAll ? opened.has(month) : true;
      }
      status.textContent = entries.filter((entry) => !entry.hidden).length + " of " + entries.length + " interactions";
    });
    return button;
  });
  section.querySelector(".block-head").after(element("div", { class: "kinds", role: "group", "aria-label": "Kind of interaction" }, ...buttons, status));
}
