// The queue: fetched whole whenever it may have changed.

import { fragment } from "./server.js";

const place = document.getElementById("queue");
let latest = 0;
let current = Promise.resolve();

/** Show what is there now. `open`: the handle of the ticket that is open. */
export async function show(open) {
  const mine = (current = render(open));
  await mine;
  if (mine !== current) await current;
}

async function render(open) {
  const number = ++latest;
  const found = await fragment("/desk/queue");
  if (number !== latest) return; // a later one is on its way
  const focused = document.activeElement?.closest?.(".entry")?.dataset.handle;
  place.replaceChildren(...found);
  mark(open);
  if (focused) entry(focused)?.focus();
}

/** Take everything out of the page. */
export const clear = () => place.replaceChildren();

/** Let the list show which ticket is open. */
export function mark(open) {
  for (const one of entries()) {
    if (one.dataset.handle === open) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}

/** All entries, from the top down. */
export const entries = () => [...place.querySelectorAll(".entry")];

/** Whether a ticket stands anywhere in it. */
export const has = (handle) => entry(handle) !== undefined;

const entry = (handle) => entries().find((one) => one.dataset.handle === handle);
