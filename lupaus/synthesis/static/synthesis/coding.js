// Choosing words on the coding page: a selection becomes the form's start and end, counted in code points
// as the server counts them. Without this file the words are pasted or a sentence is chosen from a list.
"use strict";

(() => {
  const text = document.getElementById("coding-text");
  const form = document.getElementById("coding-form");
  if (!text || !form) return;
  const start = form.elements.namedItem("start");
  const end = form.elements.namedItem("end");
  const words = form.elements.namedItem("words");
  const sentence = form.elements.namedItem("sentence");

  const codePoints = (string) => Array.from(string).length;

  function offsetOf(node, offset) {
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(node, offset);
    return codePoints(range.toString());
  }

  function choose(range) {
    const chosen = range.toString();
    const bare = chosen.trim();
    if (!bare) return;
    const begins = offsetOf(range.startContainer, range.startOffset)
      + codePoints(chosen.slice(0, chosen.indexOf(bare)));
    start.value = begins;
    end.value = begins + codePoints(bare);
    words.value = bare;
    sentence.selectedIndex = 0;
  }

  function clear() {
    start.value = end.value = words.value = "";
    sentence.selectedIndex = 0;
    window.getSelection().removeAllRanges();
  }

  function selectionChanged() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (text.contains(range.startContainer) && text.contains(range.endContainer)) choose(range);
  }

  function step(by) {
    const last = sentence.options.length - 1;
    sentence.selectedIndex = Math.min(last, Math.max(last ? 1 : 0, sentence.selectedIndex + by));
    start.value = end.value = words.value = "";
    sentence.scrollIntoView({ block: "nearest" });
  }

  function follow(id) {
    const link = document.getElementById(id);
    if (link) link.click();
  }

  text.addEventListener("mouseup", selectionChanged);
  text.addEventListener("keyup", selectionChanged);
  document.addEventListener("touchend", () => setTimeout(selectionChanged, 50));
  words.addEventListener("input", () => {
    start.value = end.value = "";
  });

  // Single keys, which can be turned off and stay off (WCAG 2.1.4).
  const keys = document.getElementById("coding-keys");
  const switched = document.getElementById("coding-keys-on");
  keys.hidden = false;
  try {
    switched.checked = localStorage.getItem("lupaus-coding-keys") !== "off";
    switched.addEventListener("change", () => {
      localStorage.setItem("lupaus-coding-keys", switched.checked ? "on" : "off");
    });
  } catch {
    switched.checked = true;
  }

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    const writing = at.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
    if (!switched.checked || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const perspectives = form.querySelectorAll("input[name=perspective]");
    const deeds = {
      j: () => step(1),
      k: () => step(-1),
      t: () => form.elements.namedItem("theme").focus(),
      n: () => follow("coding-after"),
      p: () => follow("coding-before"),
      Escape: clear,
    };
    if (/^[1-5]$/.test(event.key) && perspectives[event.key - 1]) {
      perspectives[event.key - 1].checked = true;
      perspectives[event.key - 1].focus();
    } else if (deeds[event.key]) {
      deeds[event.key]();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
