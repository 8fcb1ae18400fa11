// Copy buttons: the text of the element named in data-copy, else of the code beside the button.
(() => {
  const write = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "sr";
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    if (!isCopied) throw new Error("copy refused");
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
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button copy-code";
    button.textContent = "Copy";
    button.dataset.copy = "";
    const frame = document.createElement("div");
    frame.className = "code-frame";
    block.replaceWith(frame);
    frame.append(block, button);
    add(button);
  }
})();
