// What calls somebody to the page: the count in title and icon, and a sound. No name, no word; so
// it goes on while the page is locked.

import { hear, tell } from "./channel.js";
import { lock, locked, opens, whenLocked, whenUnlocked } from "./door.js";
import * as live from "./live.js";
import * as sounds from "./sounds.js";

const GATHER_MILLISECONDS = 300;
const RING_MILLISECONDS = 1_500;

const icon = document.querySelector('link[rel="icon"]');
const title = document.body.dataset.title;
let due = null;
let cut = false;
let timer = 0;

/** What there is to do. */
async function ask() {
  const before = opens();
  const answer = await fetch("/waiting").catch(() => null);
  if (answer?.status === 404) tell("over");
  const now = answer?.ok ? await answer.json() : null;
  return now && { ...now, locked: now.locked && before === opens() };
}

for (const kind of ["all", "queue", "conversation"]) {
  hear(kind, () => {
    if (!live.leads() || timer) return;
    timer = setTimeout(async () => {
      timer = 0;
      const now = await ask();
      if (!now) return;
      const sound = due && heardIn(due, now);
      tell("due", now);
      if (sound) tell("ring", sound);
    }, GATHER_MILLISECONDS);
  });
}

/** The sound for what is new; an own claim isn't. */
function heardIn(before, now) {
  const known = new Set([...before.alarms, ...before.calls]);
  if (now.alarms.some((one) => !before.alarms.includes(one))) return "alarm";
  return now.calls.some((one) => !known.has(one)) ? "call" : "";
}

hear("due", (now) => {
  due = now;
  if (now.locked) lock();
  show();
});
hear("ring", (sound) => {
  if (!sounds.ready()) return;
  const play = async (own) => {
    if (!own) return; // another tab rings
    sounds[sound]();
    await new Promise((resolve) => setTimeout(resolve, RING_MILLISECONDS));
  };
  navigator.locks.request("desk-ring", { ifAvailable: true }, play);
});
live.onLink((alive) => {
  cut = !alive;
  show();
});
whenLocked(show);
whenUnlocked(show);

function show() {
  const count = due?.due ? `(${due.due})` : "";
  document.title = [cut ? "⚠" : "", locked() ? "🔒" : "", count, locked() ? "" : title]
    .filter(Boolean)
    .join(" ");
  const name = due?.alarms.length ? `${due.due}-alarm` : due?.due;
  const path = name ? `/icon/${name}.svg` : "/static/icon.svg";
  if (icon.getAttribute("href") !== path) icon.setAttribute("href", path);
}

ask().then((now) => {
  if (!now) return;
  due = now;
  if (now.locked) lock();
  show();
});
