// Tells the server which entries of the queue stand on this page, once for each state of a ticket:
// where no page says so in time, the operators' group is rung.

import { send } from "./server.js";

let told = new Map();

/** Call it whenever the queue was shown. `entries`: those of the page. */
export function tell(entries) {
  const now = new Map();
  for (const { dataset } of entries) {
    if (dataset.kind !== "others") now.set(dataset.handle, Number(dataset.state));
  }
  const fresh = [...now].filter(([handle, state]) => told.get(handle) !== state);
  told = now;
  if (!fresh.length) return;
  send("/desk/shown", { shown: Object.fromEntries(fresh) }).catch(() => {
    for (const [handle] of fresh) told.delete(handle); // said again with the next look
  });
}
