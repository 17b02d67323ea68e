// Hints on the words in the box, from the texts' own rules. The server looks and forgets.

import { ask } from "./server.js";

const WAIT_MILLISECONDS = 500;
const place = document.getElementById("hints");

let timer = 0;
let latest = 0;

/** The words have changed. `handle`: the ticket that they are for, null for words nobody gets. */
export function look(handle, text) {
  clearTimeout(timer);
  latest += 1;
  if (!handle || !text.trim()) show([]);
  else timer = setTimeout(() => fetchThem(handle, text, latest), WAIT_MILLISECONDS);
}

async function fetchThem(handle, text, number) {
  let found = [];
  try {
    found = (await ask(`/desk/ticket/${handle}/check`, { text })).hints;
  } catch {
    // a hint that doesn't come holds nobody up
  }
  if (number === latest) show(found);
}

function show(hints) {
  place.hidden = hints.length === 0;
  const lines = hints.map((words) => {
    const line = document.createElement("li");
    line.textContent = words;
    return line;
  });
  place.firstElementChild.replaceChildren(...lines);
}
