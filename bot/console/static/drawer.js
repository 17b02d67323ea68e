// The drawer beside the conversation: texts and questions, looked up by meaning, sent by one press.
// What is searched for goes in the body of a request and is forgotten with the ticket.

import { opened } from "./conversation.js";
import { sendGated } from "./gate.js";
import { fragment, fresh } from "./server.js";

const part = (id) => document.getElementById(id);
const [drawer, words, texts, button] = ["drawer", "drawer-words", "drawer-texts", "texts"].map(part);
const PAUSE_MILLISECONDS = 350; // after the last letter, before a search

let shownFor = null;
let latest = 0;
let typing = 0;
let tried = (work) => work();
const numbers = new Map();

/** Let it be used. `trying`: does something and says what went wrong. */
export function listen(trying) {
  tried = trying;
  button.addEventListener("click", () => (drawer.hidden ? open() : close()));
  part("drawer-hide").addEventListener("click", close);
  drawer.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  part("drawer-search").addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  words.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(look, PAUSE_MILLISECONDS);
  });
  texts.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-put]");
    if (pressed) put(pressed);
  });
  new MutationObserver(follow).observe(part("ticket"), { childList: true });
  new MutationObserver(follow).observe(part("composer"), { attributeFilter: ["hidden"] });
}

/** Show it, for the ticket that is open; the next letter typed is searched for. */
export function open() {
  if (part("composer").hidden) return;
  show(true);
  if (shownFor !== opened()) begin();
  words.focus();
}

function close() {
  show(false);
  if (!part("composer").hidden) button.focus();
}

function show(yes) {
  drawer.hidden = !yes;
  document.body.classList.toggle("has-texts", yes);
  button.setAttribute("aria-expanded", String(yes));
}

/** The ticket is another one, or it isn't ours any more. */
function follow() {
  const composer = part("composer");
  if (!composer) return; // the page is locked: it comes back as it was
  if (composer.hidden) {
    forget();
    show(false);
  } else if (shownFor !== opened()) {
    forget();
    if (!drawer.hidden) begin();
  }
}

function forget() {
  clearTimeout(typing);
  latest += 1;
  shownFor = null;
  words.value = "";
  numbers.clear();
  for (const place of [texts, part("drawer-said"), part("drawer-refused")]) place.replaceChildren();
}

function begin() {
  forget();
  shownFor = opened();
  look();
}

function look() {
  clearTimeout(typing);
  const [number, handle] = [++latest, opened()];
  return tried(async () => {
    const found = await fragment(`/desk/ticket/${handle}/texts`, { text: words.value });
    if (number !== latest || handle !== opened()) return;
    texts.replaceChildren(...found);
    texts.scrollTop = 0;
    part("drawer-said").textContent = found[0]?.dataset.said ?? "";
  });
}

/** Send it. After a fault the same press sends the same request, so that it goes once. */
async function put(pressed) {
  const { put: kind, name } = pressed.dataset;
  const [handle, key] = [opened(), `${kind} ${name}`];
  const number = numbers.get(key) ?? fresh();
  numbers.set(key, number);
  pressed.disabled = true;
  part("drawer-refused").textContent = "";
  try {
    const went = await sendGated(handle, kind, { text: name }, number);
    numbers.delete(key);
    if (went) mark(pressed);
  } catch (error) {
    if (!error.words) await tried(() => Promise.reject(error));
    else {
      numbers.delete(key);
      part("drawer-refused").textContent = error.words;
    }
  } finally {
    pressed.disabled = false;
    if (document.activeElement === document.body) pressed.focus();
  }
}

/** It has gone: the line in the conversation says how far. */
function mark(pressed) {
  pressed.classList.add("gone");
  part("drawer-said").textContent = drawer.dataset.gone;
}
