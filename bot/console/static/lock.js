// The lock of the screen. After five minutes without a touch of any tab every tab is locked, and the
// session with them: the words leave the page, and the server gives none until somebody unlocks.
// What is being written stays in the page's memory.

import { hear, tell } from "./channel.js";
import * as door from "./door.js";
import { leave } from "./leaving.js";
import * as live from "./live.js";
import { post, proving } from "./server.js";

const IDLE_MILLISECONDS = 300_000;
const AWAKE_MILLISECONDS = 60_000;
const LOOK_MILLISECONDS = 5_000;
const TOUCHES = ["pointerdown", "pointermove", "click", "keydown", "wheel", "touchstart", "input"];

const body = document.body;
const screen = document.getElementById("lock-screen");
let kept = null;
let focused = null;
let title = "";
let linked = true;
let owed = false; // the server wasn't reached and isn't locked yet
let locking = Promise.resolve();

// By the clock and by the page's own count: one stands still in sleep, the other can be put back.
const stamp = () => [Date.now(), performance.now()];
const since = ([date, count]) => Math.max(Date.now() - date, performance.now() - count);
let touched = stamp();
let renewed = null;

// -- when ------------------------------------------------------------------------------------------

function look() {
  if (!door.locked() && since(touched) >= IDLE_MILLISECONDS) lock();
}

function touch() {
  look();
  if (door.locked()) return;
  if (since(touched) > 1_000) tell("touched");
  if (renewed && since(renewed) < AWAKE_MILLISECONDS) return;
  tell("renewed");
  const before = door.opens();
  post("/awake", {}).catch((error) => error.status === 423 && before === door.opens() && door.lock());
}

for (const kind of TOUCHES) window.addEventListener(kind, touch, { capture: true, passive: true });
for (const kind of ["visibilitychange", "resume"]) document.addEventListener(kind, look);
window.addEventListener("focus", look);
setInterval(look, LOOK_MILLISECONDS);
hear("touched", () => (touched = stamp()));
hear("renewed", () => (renewed = stamp()));
hear("beat", (state) => {
  if (state === "locked") door.lock();
  else if (owed && door.locked()) lockServer();
});

// -- locking ---------------------------------------------------------------------------------------

/** Lock all tabs, and the session. */
export function lock() {
  tell("locked");
  lockServer();
}

function lockServer() {
  owed = true; // if it isn't reached, at its next sign of life; its own time runs out as well
  locking = post("/lock", {}).then(() => (owed = false), () => {});
}

hear("locked", door.lock);
door.whenLocked(() => {
  focused = document.activeElement;
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  if (!screen) return; // a page that was loaded locked
  kept = document.createDocumentFragment();
  kept.append(...body.childNodes);
  body.append(screen.content.cloneNode(true));
  body.classList.add("is-locked");
  title = body.dataset.title;
  body.dataset.title = "";
  wire();
});

// Keys mean nothing while it is locked, but for the buttons of the lock itself.
window.addEventListener("keydown", (event) => door.locked() && event.stopImmediatePropagation(), true);

function wire() {
  const part = (name) => body.querySelector(`[data-lock="${name}"]`);
  const refuse = (error) => {
    if (error.status === 404) tell("over");
    else part("refused").textContent = error.words || part("refused").dataset.words;
  };
  part("unlock").addEventListener("click", () => unlock().catch(refuse));
  part("leave").addEventListener("click", () => leave().catch(refuse));
  part("unlock").focus();
  showLink();
}

function showLink() {
  const line = body.querySelector('[data-lock="link"]');
  if (line) line.textContent = linked ? "" : line.dataset.cut;
}

live.onLink((alive) => {
  linked = alive;
  showLink();
});

// -- unlocking -------------------------------------------------------------------------------------

async function unlock() {
  await locking; // else it may arrive later, and lock what was opened
  await proving("/unlock", {});
  tell("unlocked");
}

hear("unlocked", show);

function show() {
  if (!door.locked()) return;
  owed = false;
  [touched, renewed] = [stamp(), stamp()];
  if (!kept) {
    location.replace("/");
    return;
  }
  body.classList.remove("is-locked");
  body.dataset.title = title;
  body.replaceChildren(kept);
  kept = null;
  door.unlock();
  focused?.focus();
}

// -- back and forward ------------------------------------------------------------------------------

// A page that the browser keeps for the way back is kept without words, and shown if it still may be.
window.addEventListener("pagehide", (event) => event.persisted && door.lock());
window.addEventListener("pageshow", async (event) => {
  if (!event.persisted) return;
  const answer = await fetch("/waiting").catch(() => null);
  if (answer?.status === 404) tell("over");
  else if (answer?.ok && !(await answer.json()).locked && since(touched) < IDLE_MILLISECONDS) show();
});

if (body.dataset.locked === "yes") {
  door.lock();
  wire();
}
