// One stream for the whole browser, not one a tab: a browser opens six connections to a host. The tab
// that holds the lock has the stream and tells the others. Whoever comes to have it is told `all`
// first, so that nothing is lost between two of them.

import { hear, tell } from "./channel.js";
import { locked, whenUnlocked } from "./door.js";

const LOCK = "desk-stream";
const SILENT_MILLISECONDS = 12_000; // the server gives a sign of life each five seconds
const LOOK_MILLISECONDS = 2_000;
const RETRY_MILLISECONDS = 3_000;

let source = null;
let letGo = null; // gives the lock back; null where another tab has it
let waiting = null; // stops waiting for the lock
let heardAt = Date.now();
let alive = null;
let missed = false;
const [pages, links] = [[], []];

/** Whether this tab has the stream. */
export const leads = () => letGo !== null;

/** Calls `heard(kind, handle)` for each event, and `link(alive)` as the stream lives or is cut. A
 *  page that nobody sees isn't told: it hears `all` when it is seen again. */
export function listen(heard, link) {
  pages.push({ heard, link });
}

/** Calls `does(alive)`, also of a page that is locked. */
export const onLink = (does) => links.push(does);

// -- what is heard ---------------------------------------------------------------------------------

const away = () => document.hidden || locked();

function catchUp() {
  if (away()) return;
  for (const page of pages) {
    if (alive !== null) page.link(alive);
    if (missed) page.heard("all", "");
  }
  missed = false;
}

for (const kind of ["all", "queue", "conversation"]) {
  hear(kind, (handle) => {
    if (away()) missed = true;
    else for (const page of pages) page.heard(kind, handle);
  });
}
hear("beat", () => lives(true));
hear("link", (data) => lives(data === "yes"));
document.addEventListener("visibilitychange", catchUp);
whenUnlocked(() => {
  missed = true;
  catchUp();
});

function lives(now) {
  heardAt = Date.now(); // also of a cut one: whoever has the stream knows of it
  say(now);
}

function say(now) {
  alive = now;
  for (const does of links) does(now);
  if (!locked()) for (const page of pages) page.link(now);
}

// -- who has the stream ----------------------------------------------------------------------------

async function want({ steal = false } = {}) {
  waiting?.abort();
  const own = (waiting = new AbortController());
  try {
    await navigator.locks.request(LOCK, steal ? { steal } : { signal: own.signal }, hold);
  } catch {
    if (own.signal.aborted) return; // this tab has asked anew itself, or rests
    close(); // another tab took it, as this one was silent
    want();
  }
}

function hold() {
  const held = new Promise((resolve) => (letGo = resolve));
  connect();
  return held;
}

function close() {
  source?.close();
  source = null;
  letGo?.();
  letGo = null;
}

function connect() {
  source?.close();
  const own = (source = new EventSource("/live"));
  for (const kind of ["all", "queue", "conversation", "beat"]) {
    own.addEventListener(kind, (event) => tell(kind, event.data));
  }
  own.addEventListener("over", () => tell("over"));
  own.onerror = () => {
    if (own !== source) return;
    tell("link", "no");
    if (own.readyState === EventSource.CLOSED) setTimeout(again, RETRY_MILLISECONDS, own);
  };
}

/** The server refused: because the session is over, or for a time. */
async function again(own) {
  if (own !== source) return;
  const answer = await fetch("/waiting").catch(() => null);
  if (answer?.status === 404) tell("over");
  else if (own === source) connect();
}

/** After silence: of a computer that slept, a tab that was frozen, a network that swallows. */
function look() {
  if (Date.now() - heardAt < SILENT_MILLISECONDS) return;
  heardAt = Date.now() - SILENT_MILLISECONDS / 2;
  say(false);
  if (leads()) connect();
  else want({ steal: true });
}

function rest() {
  waiting?.abort();
  close();
}

function wake() {
  missed = true;
  if (!leads()) want();
  catchUp();
}

setInterval(look, LOOK_MILLISECONDS);
window.addEventListener("offline", () => say(false));
window.addEventListener("online", () => leads() && connect());
document.addEventListener("freeze", rest);
document.addEventListener("resume", wake);
window.addEventListener("pagehide", rest);
window.addEventListener("pageshow", (event) => event.persisted && wake());
want();
