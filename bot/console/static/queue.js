// The queue: fetched whole whenever it may have changed.

import { inTurn } from "./in_turn.js";
import { watchPresses } from "./pressed.js";
import { fragment } from "./server.js";
import * as shown from "./shown.js";

const place = document.getElementById("queue");
let open = null;
let losing = () => {};
const given = new Set();
let moved = -Infinity; // when the pointer last moved over the list
const released = watchPresses(place);
const REST_MILLISECONDS = 4_000;
const seen = new Map(); // when the person of each ticket had last written, as it was looked at

/** Show what is there now. */
export const show = inTurn(render);

async function render() {
  const found = await fragment("/desk/queue");
  await released();
  const focused = document.activeElement?.closest?.(".entry")?.dataset.handle;
  if (isPointedAt()) keepOrder(found[0]);
  const before = own();
  place.replaceChildren(...found);
  tellLost(before);
  mark(open);
  if (document.visibilityState === "visible") look(open);
  else showNew();
  if (focused) entry(focused)?.focus();
  shown.tell(entries());
}

/** Own tickets: handle → code name. */
const own = () =>
  new Map(
    entries()
      .filter(({ dataset }) => dataset.kind === "mine")
      .map((one) => [one.dataset.handle, one.querySelector(".name").textContent]),
  );

/** Somebody who has several chats sees none of them go by itself. */
function tellLost(before) {
  const now = own();
  const lost = [...before].filter(([handle]) => handle !== open && !given.has(handle) && !now.has(handle));
  if (lost.length) losing(lost.map(([, name]) => name).join(", "));
  for (const handle of given) if (!now.has(handle)) given.delete(handle);
}

/** This page lets a ticket go: that it does is no news. */
export const give = (handle) => given.add(handle);

/** It doesn't let it go after all. */
export const keep = (handle) => given.delete(handle);

/** Calls `does(names)` when own tickets aren't one's own any more, but for the open one. */
export const whenLost = (does) => (losing = does);

/** Take everything out of the page. */
export const clear = () => place.replaceChildren();

const isPointedAt = () => place.matches(":hover") && performance.now() - moved < REST_MILLISECONDS;

/** Nothing changes its place under a pointer that is about to press; what is new stands last until
 *  the pointer rests or goes. */
function keepOrder(fresh) {
  const key = ({ dataset }) => `${dataset.kind} ${dataset.handle}`;
  const places = new Map(entries().map((one, number) => [key(one), number]));
  const at = (line) => places.get(key(line.firstElementChild)) ?? Infinity;
  for (const list of fresh.querySelectorAll(".line")) {
    const lines = [...list.children];
    lines.sort((one, other) => at(one) - at(other) || 0);
    list.replaceChildren(...lines);
  }
}

/** The open ticket is looked at: nothing of it is new any more. */
export function look(open) {
  const heard = entry(open)?.dataset.heard;
  if (heard) seen.set(open, heard);
  showNew();
}

/** Mark own tickets with words that weren't looked at yet. */
function showNew() {
  for (const one of place.querySelectorAll('[data-kind="mine"]')) {
    const { handle, heard } = one.dataset;
    const known = seen.get(handle);
    one.querySelector(".fresh").hidden = known === undefined ? !one.matches(".owed") : Number(heard) <= Number(known);
  }
}

/** The own ticket whose person is to be answered first, other than the open one. */
export function nextOwed(open) {
  const owed = [...place.querySelectorAll('[data-kind="mine"].owed')];
  const ordered = owed.sort((one, other) => one.dataset.due - other.dataset.due);
  return (ordered.find((one) => one.dataset.handle !== open) ?? ordered[0])?.dataset.handle ?? null;
}

/** Calls `rested` once the pointer has rested or gone, so that the order is right again. */
export function whenRested(rested) {
  let timer = 0;
  place.addEventListener("pointermove", () => {
    moved = performance.now();
    clearTimeout(timer);
    timer = setTimeout(rested, REST_MILLISECONDS);
  });
  place.addEventListener("pointerleave", () => {
    clearTimeout(timer);
    rested();
  });
}

/** Let the list show which ticket is open. */
export function mark(handle) {
  open = handle;
  for (const one of entries()) {
    if (one.dataset.handle === handle) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}

/** All entries, from the top down. */
export const entries = () => [...place.querySelectorAll(".entry")];

/** Whether a ticket is one of the operator's own. */
export const isOwn = (handle) => entry(handle)?.dataset.kind === "mine";

/** Whether a ticket stands anywhere in it. */
export const has = (handle) => entry(handle) !== undefined;

const entry = (handle) => entries().find((one) => one.dataset.handle === handle);
