"use strict";
// The page reads without this script. It adds a search, a button that opens all, and copying.
(() => {
  const entries = [...document.querySelectorAll(".entry")];
  const tools = document.querySelector(".tools");
  if (tools) {
    tools.hidden = false;
    const found = document.getElementById("found");
    const words = document.getElementById("words");
    const texts = new Map();
    const textOf = (entry) => {
      if (!texts.has(entry)) texts.set(entry, entry.textContent.toLowerCase());
      return texts.get(entry);
    };
    let waiting = 0;
    const search = () => {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const entry of entries) {
        const fits = wanted.every((word) => textOf(entry).includes(word));
        entry.hidden = !fits;
        count += fits;
      }
      for (const group of document.querySelectorAll(".group")) {
        group.hidden = !group.querySelector(".entry:not([hidden])");
      }
      found.textContent = wanted.length ? `${count} found` : "";
    };
    words.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(search, 120);
    });
    const button = document.getElementById("open-all");
    let opens = true;
    button.addEventListener("click", () => {
      for (const entry of entries) entry.querySelector("details").open = opens;
      opens = !opens;
      button.textContent = opens ? "Open all" : "Close all";
    });
  }
  const copy = async (button, block) => {
    try {
      await navigator.clipboard.writeText(block.textContent);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(block);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  };
  for (const block of document.querySelectorAll(".bibtex pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", () => copy(button, block));
    block.after(button);
  }
})();
