// Copying: code, texts, links to sections, and the page as Markdown.
const { element, say } = self.fieldbook;

const write = self.fieldbook.copy = async (text, note) => {
  if (navigator.clipboard && self.isSecureContext) await navigator.clipboard.writeText(text);
  else {
    const area = element("textarea", { class: "sr" });
    area.value = text;
    (document.querySelector("dialog[open]") || document.body).append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    if (!isCopied) throw new Error("copy refused");
  }
  if (note) say(note);
};

const add = (button) => {
  const label = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const name = button.dataset.copy;
    const source = name ? document.getElementById(name) : button.parentElement.querySelector("code, pre");
    try {
      await write(source.textContent);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl+C";
      getSelection().selectAllChildren(source);
    }
    setTimeout(() => { button.textContent = label; }, 1600);
  });
};

for (const button of document.querySelectorAll("[data-copy]")) add(button);
for (const block of document.querySelectorAll(".prose pre")) {
  const button = element("button", { type: "button", class: "button copy-code", "data-copy": "" }, "Copy");
  const frame = element("div", { class: "code-frame" });
  block.replaceWith(frame);
  frame.append(block, button);
  add(button);
}

// Every section can be linked to: following the sign beside its heading copies the address.
for (const heading of document.querySelectorAll("section[id] > .block-head > :is(h2, h3)")) {
  const label = "Link to " + heading.textContent.trim();
  heading.append(element("a", { class: "heading-anchor", href: "#" + heading.closest("section").id, "aria-label": label }, "#"));
}
document.addEventListener("click", (event) => {
  const link = event.target.closest(".heading-anchor");
  if (link) write(link.href, "Link copied").catch(() => {});
});

// The file where a server can give it, else what stands on the page.
self.fieldbook.markdown = async () => {
  const file = document.querySelector('link[type="text/markdown"]');
  if (file && location.protocol.startsWith("http")) {
    const answer = await fetch(file.href);
    if (answer.ok) return answer.text();
  }
  const lines = ["# " + document.querySelector("h1").textContent.trim(), ""];
  const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const parts = "h2, h3, h4, p, li, dt, dd, pre, tr";
  for (const part of document.querySelectorAll("main :is(" + parts + ")")) {
    if (!part.checkVisibility() || part.closest(".topline, .tabs, .provenance, .table-bar, .actions") || part.parentElement.closest("tr, pre")) continue;
    if (part.tagName === "PRE") lines.push("```", part.textContent.trimEnd(), "```", "");
    else if (part.tagName === "TR") {
      const cells = [...part.cells].filter((cell) => !cell.hidden).map(words);
      lines.push("| " + cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ") + " |");
      if (part.parentElement.tagName === "THEAD") lines.push("|" + " --- |".repeat(cells.length));
    } else if (part.querySelector(":scope :is(p, li)")) continue;
    else {
      const level = /^H(\d)$/.exec(part.tagName);
      const text = words(part).replace(/ ?#$/, "");
      if (!text) continue;
      const isItem = part.closest("li");
      if (part.tagName === "DT") lines.push("**" + text + "**");
      else lines.push(level ? "\n" + "#".repeat(level[1]) + " " + text + "\n" : isItem ? "- " + text : text + "\n");
    }
  }
  return lines.join("\n").replace(/\n{3,}/g, "\n\n") + "\n";
};
