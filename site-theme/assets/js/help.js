// The keys, in words, and the switch that turns single ones off.
const { element, keep } = self.fieldbook;
const list = [
  ["Search, pages and actions", "/", "Ctrl K"], ["Go to customers, deals, battlecards, pipeline, reports", "g then c d b p r"],
  ["Next or previous row", "j", "k"], ["Open the row", "Enter"], ["Look at the row without opening it", "x"],
  ["Previous or next record of the list", "[", "]"], ["Edit, history, last change", "e", "h", "d"],
  ["Switch theme", "t"], ["These keys", "?"], ["Close, back", "Esc"],
];
let dialog = null;
self.fieldbook.showKeys = () => {
  if (!dialog) {
    const isOn = element("input", { type: "checkbox", id: "keys-on" });
    isOn.checked = keep("keys") !== "off";
    isOn.addEventListener("change", () => keep("keys", isOn.checked ? "on" : "off"));
    dialog = element(
      "dialog", { class: "sheet-dialog", "aria-labelledby": "keys-title" },
      element("h2", { id: "keys-title" }, "Keys"),
      element("dl", { class: "keys" }, ...list.map(([what, ...keys]) => element(
        "div", null, element("dt", null, what), element("dd", null, ...keys.map((key) => element("kbd", null, key)))))),
      element("label", { for: "keys-on" }, isOn, "Single keys are on (Ctrl K always is)"),
      element("form", { method: "dialog" }, element("button", { class: "button" }, "Close")));
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
  }
  dialog.showModal();
};
