// A close or a block can be undone for a few seconds: it is sent only then. Afterwards nobody here
// could open the ticket again: what was said is gone with its key.

const SECONDS = 5;
const part = (id) => document.getElementById(id);
const place = part("pending");

let pending = null;

/** Close or block soon. `act`: which of both; `name`: how the ticket is called; `send(keepalive)`:
 *  does it. */
export function later(act, handle, name, send) {
  flush();
  const status = place.querySelector("[role=status]");
  status.textContent = status.dataset[act].replace("%", name);
  place.hidden = false;
  pending = { handle, send, timer: setTimeout(flush, SECONDS * 1000) };
}

/** Leave the ticket open after all; its handle, or null where there is nothing to undo. */
export function undo() {
  const { handle = null } = take() ?? {};
  return handle;
}

/** The handle of the ticket that is being closed or blocked. */
export const closing = () => pending?.handle ?? null;

function take() {
  const taken = pending;
  if (taken) clearTimeout(taken.timer);
  pending = null;
  place.hidden = true;
  return taken;
}

function flush(leaving = false) {
  take()?.send(leaving);
}

window.addEventListener("pagehide", () => flush(true)); // whoever leaves has meant it
